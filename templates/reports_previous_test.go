package templates_test

import (
	"context"
	"errors"
	"testing"

	"reportfill/templates"
)

// TestCompareYears names, changes and takes away last year's report of one that is
// there, and follows the figures that come from it.
func TestCompareYears(t *testing.T) {
	o, ctx := yearly(t), context.Background()
	first := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report.ID
	second := o.yearly(t, admin, "", `{"revenue": 230.10}`).Report.ID
	id := o.yearly(t, admin, "", `{"revenue": 240}`).Report.ID
	for _, tt := range []struct {
		name, previous string
		want           []string
		from           string
		revision       int64
	}{
		{"named", first, []string{"last=225.68", "revenue=240"}, first, 2},
		{"named again", first, []string{"last=225.68", "revenue=240"}, first, 2},
		{"another", second, []string{"last=230.10", "revenue=240"}, second, 3},
		{"none", "", []string{"revenue=240"}, "", 4},
		{"the first again", first, []string{"last=225.68", "revenue=240"}, first, 5},
	} {
		s, err := o.Compare(ctx, admin, id, 0, tt.previous)
		must(t, err)
		same(t, tt.name+": held", held(s.Report), tt.want)
		same(t, tt.name+": previous", s.Report.Previous, tt.previous)
		same(t, tt.name+": revision", s.Report.Revision, tt.revision)
		again, err := o.Get(ctx, id)
		must(t, err)
		same(t, tt.name+": as it is read", again.Report, s.Report)
		if tt.from != "" {
			same(t, tt.name+": from", again.Report.Values[0].Source.From, tt.from)
		}
	}
	p, err := o.History(ctx, id, templates.HistoryQuery{})
	must(t, err)
	change := p.Items[2].Changes[0]
	same(t, "the change of the figure", []string{string(p.Items[2].Action), change.Old.Text, change.New.Text, change.From}, []string{"compare", "225.68", "230.10", second})
}

// A figure that somebody gave is theirs, whichever report is compared.
func TestCompareYearsKeepsWhatWasGiven(t *testing.T) {
	o, ctx := yearly(t), context.Background()
	first := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report.ID
	id := o.yearly(t, admin, "", `{"last": 225.70}`).Report.ID
	s, err := o.Compare(ctx, admin, id, 0, first)
	must(t, err)
	same(t, "held", held(s.Report), []string{"last=225.70"})
	s, err = o.Compare(ctx, admin, id, s.Report.Revision, "")
	must(t, err)
	same(t, "held afterwards", held(s.Report), []string{"last=225.70"})
}

func TestCompareYearsRefused(t *testing.T) {
	o, ctx := yearly(t), context.Background()
	first := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report.ID
	second := o.yearly(t, admin, first, `{}`).Report.ID
	third := o.yearly(t, admin, second, `{}`).Report.ID
	final := o.yearly(t, admin, "", `{"revenue": 1, "last": 2}`).Report.ID
	_, err := o.Finalize(ctx, admin, final, 0, templates.Once{})
	must(t, err)
	for _, tt := range []struct {
		name, id, previous string
		revision           int64
		member             string
		want               error
	}{
		{"itself", first, first, 0, "previous", nil},
		{"one that follows it", first, third, 0, "previous", nil},
		{"nothing", first, "none", 0, "previous", nil},
		{"a final report", final, first, 0, "", templates.ErrFinal},
		{"an older revision", first, final, 7, "", templates.ErrStale},
		{"no report", "none", first, 0, "", templates.ErrNotFound},
	} {
		_, err := o.Compare(ctx, admin, tt.id, tt.revision, tt.previous)
		var input *templates.InputError
		if errors.As(err, &input) {
			same(t, tt.name, input.Member, tt.member)
		} else if tt.want == nil || !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v of %q", tt.name, err, tt.want, tt.member)
		}
	}
}

// TestCompareYearsInACircle holds that two reports that were named for each other at
// the same moment hold up no third.
func TestCompareYearsInACircle(t *testing.T) {
	o, ctx := yearly(t), context.Background()
	first := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report
	second := o.yearly(t, admin, first.ID, `{}`).Report.ID
	first.Previous, first.Revision = second, first.Revision+1
	must(t, o.store.UpdateReport(ctx, first, templates.Entry{Revision: first.Revision, Action: templates.ActionCompare, Source: first.Updated}))
	third := o.yearly(t, admin, "", `{}`).Report.ID
	_, err := o.Compare(ctx, admin, third, 0, second)
	must(t, err)
}
