package templates_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"reportfill/fill"
	"reportfill/templates"
)

func TestPatchMerges(t *testing.T) {
	o := newOffice(t)
	id := o.begin(t, admin, `{"revenue": 12.30, "city": "淮州", "note": null}`).Report.ID
	for _, test := range []struct {
		patch    string
		want     []string
		revision int64
	}{
		{`{}`, []string{"city=淮州", "revenue=12.30"}, 1},
		{`[]`, []string{"city=淮州", "revenue=12.30"}, 1},
		{`{"revenue": 12.30, "city": "淮州", "note": null}`, []string{"city=淮州", "revenue=12.30"}, 1},
		{`{"revenue": 12.3}`, []string{"city=淮州", "revenue=12.3"}, 2},
		{`{"revenue": 1e3, "city": null}`, []string{"revenue=1e3"}, 3},
		{`{"revenue": {"value": 5, "unit": "万元"}}`, []string{"revenue=5万元"}, 4},
		{`{"revenue": "many", "note": "a\nb"}`, []string{"note=a\nb", "revenue=many"}, 5},
		{`{"values": {"note": ""}}`, []string{"note=", "revenue=many"}, 6},
	} {
		s := o.patch(t, admin, id, test.patch)
		same(t, test.patch, held(s.Report), test.want)
		same(t, test.patch+": revision", s.Report.Revision, test.revision)
	}
}

func TestPatchRefused(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := o.begin(t, admin, `{"revenue": 1}`).Report.ID
	for _, test := range []struct {
		patch string
		want  []string
	}{
		{`{"revenu": 2, "revenue": 3}`, []string{"revenu:unknown_field"}},
		{`{"revenue": 2, "revenue": 3}`, []string{"revenue:given_twice"}},
		{`{"note": "a\u0000b", "x": 1}`, []string{"note:invalid_text", "x:unknown_field"}},
		{`[1, 2]`, []string{":wrong_count"}},
	} {
		_, err := o.Patch(ctx, admin, id, 0, values(t, test.patch))
		var invalid *fill.InvalidError
		if !errors.As(err, &invalid) {
			t.Errorf("%s: got %v, want an *InvalidError", test.patch, err)
			continue
		}
		got := codes(invalid.Problems)
		slices.Sort(got)
		same(t, test.patch, got, test.want)
	}
	s, err := o.Get(ctx, id)
	must(t, err)
	same(t, "after refused patches", held(s.Report), []string{"revenue=1"})
}

func TestPatchByPosition(t *testing.T) {
	o := newOffice(t)
	s := o.begin(t, admin, `["淮州", 12.30, 10, null, "无"]`)
	same(t, "held", held(s.Report), []string{"city=淮州", "note=无", "revenue=12.30", "spending=10"})
}

func TestOwners(t *testing.T) {
	ctx := context.Background()
	for _, test := range []struct {
		name     string
		actor    templates.Actor
		patch    string
		refused  []string
		override []string // field/owner
	}{
		{"owner's system", system, `{"revenue": 2}`, nil, nil},
		{"another's system", system, `{"revenue": 2, "spending": 1}`, []string{"spending:owner"}, nil},
		{"system of no owner", stray, `{"revenue": 2, "spending": 1, "city": "海州"}`, []string{"revenue:owner", "spending:owner"}, nil},
		{"system of no owner, free field", stray, `{"city": "海州"}`, nil, nil},
		{"removal by another's system", stray, `{"revenue": null}`, []string{"revenue:owner"}, nil},
		{"the value that is held", stray, `{"revenue": 1, "spending": null}`, nil, nil},
		{"clerk of the owner", clerk, `{"spending": 1}`, nil, nil},
		{"clerk of another", clerk, `{"revenue": 2, "spending": 1}`, nil, []string{"revenue/预算科"}},
		{"removal by a clerk of another", clerk, `{"revenue": null}`, nil, []string{"revenue/预算科"}},
		{"admin", admin, `{"revenue": 2}`, nil, []string{"revenue/预算科"}},
		{"author", noOwner, `{"revenue": 2}`, []string{"revenue:owner"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := newOffice(t)
			id := o.begin(t, system, `{"revenue": 1}`).Report.ID
			s, err := o.Patch(ctx, test.actor, id, 0, values(t, test.patch))
			if test.refused != nil {
				var owner *templates.OwnerError
				if !errors.As(err, &owner) {
					t.Fatalf("got %v, want an *OwnerError", err)
				}
				got := codes(owner.Problems)
				slices.Sort(got)
				same(t, "refused", got, test.refused)
				want(t, "its sentinel", err, templates.ErrForbidden)
				return
			}
			must(t, err)
			same(t, "overridden in history", overridden(t, o, id), test.override)
			for _, h := range s.Report.Values {
				same(t, h.Field+" is marked as overridden", h.Override, slices.Contains(test.override, h.Field+"/预算科"))
			}
		})
	}
}

// overridden gives what the last entry of a report overrode.
func overridden(t *testing.T, o *office, id string) []string {
	t.Helper()
	p, err := o.History(context.Background(), id, templates.HistoryQuery{})
	must(t, err)
	var all []string
	for _, c := range p.Items[len(p.Items)-1].Changes {
		if c.Override {
			all = append(all, c.Field+"/"+c.Owner)
		}
	}
	return all
}

func TestSources(t *testing.T) {
	o := newOffice(t)
	id := o.begin(t, system, `{"revenue": 1}`).Report.ID
	o.watch.pass(time.Minute)
	s := o.patch(t, clerk, id, `{"spending": 1, "revenue": 1}`)
	at := newWatch().at
	var got []templates.Source
	for _, h := range s.Report.Values {
		got = append(got, h.Source)
	}
	same(t, "sources", got, []templates.Source{
		{Token: "t-system", Name: "预算系统", Role: templates.RoleSystem, Owner: "预算科", At: at},
		{Token: "t-clerk", Name: "高会计", Role: templates.RoleClerk, Owner: "国库科", At: at.Add(time.Minute)},
	})
}
