package templates_test

import (
	"context"
	"testing"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

const yearlyFields = `
fields:
  revenue: {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2, owner: 预算科}
  last:    {label: 上年财政收入, kind: decimal, unit: 亿元, decimals: 2, owner: 预算科, prior_of: revenue}
placeholders: [revenue, last]
`

// yearly is an office with the template yearly.
func yearly(t *testing.T) *office {
	t.Helper()
	o := newOffice(t)
	s, err := fill.ParseSchema([]byte(yearlyFields))
	must(t, err)
	create(t, o.library, templates.Draft{ID: "yearly", Docx: filltest.Docx("财政收入完成X亿元，上年为X亿元。"), Schema: &s})
	return o
}

func (o *office) yearly(t *testing.T, a templates.Actor, previous, text string) *templates.State {
	t.Helper()
	n := templates.NewReport{Template: templates.Ref{ID: "yearly"}, Previous: previous, Values: values(t, text)}
	s, err := o.Create(context.Background(), a, n, templates.Once{})
	must(t, err)
	return s
}

func TestPriorFigures(t *testing.T) {
	o := yearly(t)
	last := o.yearly(t, admin, "", `{"revenue": 225.68, "last": 230}`).Report.ID
	tests := []struct {
		name, given string
		want        []string
		from        string // of the value of last
	}{
		{"nothing given", `{}`, []string{"last=225.68"}, last},
		{"by order, null", `[218.46, null]`, []string{"last=225.68", "revenue=218.46"}, last},
		{"given", `{"last": 225.70}`, []string{"last=225.70"}, ""},
		{"refused with null", `{"last": null}`, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := o.yearly(t, admin, last, tt.given)
			same(t, "held", held(s.Report), tt.want)
			p, err := o.History(context.Background(), s.Report.ID, templates.HistoryQuery{})
			must(t, err)
			for _, c := range p.Items[0].Changes {
				if c.Field == "last" {
					same(t, "from, in the history", c.From, tt.from)
				}
			}
			for _, h := range s.Report.Values {
				if h.Field == "last" {
					same(t, "from", h.Source.From, tt.from)
				}
			}
		})
	}
}

// Last year's figures are nobody's payload: a system of another department
// begins a report with them. Once somebody gives the value, it is theirs.
func TestPriorFiguresOfAnotherOwner(t *testing.T) {
	o := yearly(t)
	last := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report.ID
	s := o.yearly(t, stray, last, `{}`)
	same(t, "held", held(s.Report), []string{"last=225.68"})
	same(t, "override", s.Report.Values[0].Override, false)
	s = o.patch(t, system, s.Report.ID, `{"last": 225.7}`)
	same(t, "from, once it is given", s.Report.Values[0].Source.From, "")
	same(t, "warnings", codes(s.Result.Warnings), []string{"last:prior_differs"})
}

// A figure that is in another unit since is compared by what it stands for.
func TestPreviousInAnotherUnit(t *testing.T) {
	o := yearly(t)
	last := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report.ID
	s, err := fill.ParseSchema([]byte(yearlyFields))
	must(t, err)
	s.Fields[0].Unit = "万元"
	_, err = o.library.Put(context.Background(), author, "yearly", 1, templates.Draft{Schema: &s})
	must(t, err)
	got := o.yearly(t, admin, last, `{"revenue": 2184600}`)
	same(t, "warnings", codes(got.Result.Warnings), []string(nil))
	same(t, "held", held(got.Report), []string{"last=2256800.00万元", "revenue=2184600"})
	got = o.yearly(t, admin, last, `{"revenue": 218.46}`)
	same(t, "warnings", codes(got.Result.Warnings), []string{"revenue:magnitude"})
}
