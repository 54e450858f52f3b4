package fill

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

func TestCompare(t *testing.T) {
	tests := []struct {
		name      string
		kind      Kind
		now, last string
		want      Code
	}{
		{"grown a little", KindDecimal, "218.46", "225.68", ""},
		{"doubled", KindDecimal, "400", "200", ""},
		{"万元 typed where 亿元 was meant", KindDecimal, "2184600", "225.68", CodeSlip},
		{"亿元 typed where 万元 was meant", KindDecimal, "0.12", "1180.00", CodeSlip},
		{"万元 typed for a figure that fell by 40 in a hundred", KindDecimal, "1321500", "218.46", CodeSlip},
		{"元 typed where 亿元 was meant", KindDecimal, "35000000000", "218.46", CodeSlip},
		{"five times as much", KindDecimal, "1000", "200", ""},
		{"a decimal point too far", KindDecimal, "2184.6", "225.68", CodeSlip},
		{"a hundredth", KindDecimal, "2.18", "225.68", CodeSlip},
		{"a small count grows tenfold", KindInteger, "30", "3", ""},
		{"a large count grows tenfold", KindInteger, "3000", "300", CodeSlip},
		{"another sign", KindPercent, "-3.2", "4.1", CodeSignChanged},
		{"none last year", KindDecimal, "12", "0", ""},
		{"a year is no figure", KindYear, "2026", "2025", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Open(filltest.Docx("数额为X。"), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			tm, err := Compile(p, Schema{Fields: []Field{{Name: "a", Kind: tt.kind}}, Placeholders: []string{"a"}})
			if err != nil {
				t.Fatal(err)
			}
			var got Code
			for _, problem := range tm.Compare(oneValue("a", tt.now), oneValue("a", tt.last)) {
				got = problem.Code
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func oneValue(name, number string) Values {
	return Values{{Name: name, Value: Value{Type: Number, Text: number}}}
}

// TestPrior takes last year's figures of the built-in report over into this
// year's, and catches one that differs.
func TestPrior(t *testing.T) {
	tm := builtInTemplate(t)
	last := exampleValues(tm)
	got := textByName(tm.Prior(last))
	want := map[string]string{"prior_year_decline": "3.2", "poverty_fund_prior_year": textByName(last)["poverty_fund"],
		"integrated_planned_prior_year": textByName(last)["integrated_planned"]}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	problems := tm.Compare(oneValue("prior_year_decline", "5.8"), last)
	if len(problems) != 1 || problems[0].Code != CodePrior || problems[0].Field != "prior_year_decline" {
		t.Errorf("got %+v, want one %s", problems, CodePrior)
	}
}

// A figure that is repeated in another unit keeps its own.
func TestPriorInAnotherUnit(t *testing.T) {
	tm := compiledFrom(t, `
fields:
  fund:  {kind: decimal, unit: 亿元, decimals: 2}
  prior: {kind: decimal, unit: 万元, decimals: 0, prior_of: fund}
placeholders: [fund, prior]
`)
	last := oneValue("fund", "12.34")
	got := tm.Prior(last)
	if diff := cmp.Diff(Values{{Name: "prior", Value: Value{Type: Number, Text: "12.34", Unit: "亿元"}}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if problems := tm.Compare(got, last); problems != nil {
		t.Errorf("got %v, want no problems", problems)
	}
}
