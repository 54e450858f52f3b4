package templates_test

import (
	"cmp"
	"context"
	"errors"
	"sync"
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
	var named []string
	for _, e := range p.Items {
		named = append(named, e.Previous)
	}
	same(t, "what each change names", named, []string{"", first, second, "", first})
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

// TestCompareYearsAtOnce names two reports for each other at the same moment: one of
// them is refused.
func TestCompareYearsAtOnce(t *testing.T) {
	o, ctx := yearly(t), context.Background()
	for range 20 {
		ids := []string{o.yearly(t, admin, "", `{}`).Report.ID, o.yearly(t, admin, "", `{}`).Report.ID}
		results := make([]error, 2)
		var wg sync.WaitGroup
		for i := range ids {
			wg.Go(func() { _, results[i] = o.Compare(ctx, admin, ids[i], 0, ids[1-i]) })
		}
		wg.Wait()
		refused := cmp.Or(results[0], results[1])
		var input *templates.InputError
		if !errors.As(refused, &input) || input.Code != "circular" || results[0] != nil && results[1] != nil {
			t.Fatalf("got %v and %v, want one to be circular", results[0], results[1])
		}
	}
}

// Figures of another department that were taken from last year's report are replaced
// by who took them, or by who may override; figures that are not there are taken by
// everybody, as when a report begins.
func TestCompareYearsOfAnotherOwner(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name         string
		taker, actor templates.Actor
		want         error
	}{
		{"by another system", admin, stray, templates.ErrForbidden},
		{"by the system that took them", stray, stray, nil},
		{"by their department's system", admin, system, nil},
		{"by another clerk", system, clerk, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := yearly(t)
			first := o.yearly(t, admin, "", `{"revenue": 225.68}`).Report.ID
			second := o.yearly(t, admin, "", `{"revenue": 230.10}`).Report.ID
			id := o.yearly(t, tt.taker, "", `{}`).Report.ID
			_, err := o.Compare(ctx, tt.taker, id, 0, first)
			must(t, err)
			for _, previous := range []string{second, ""} {
				_, err := o.Compare(ctx, tt.actor, id, 0, previous)
				want(t, "previous "+previous, err, tt.want)
				var owner *templates.OwnerError
				if errors.As(err, &owner) {
					same(t, "refused", codes(owner.Problems), []string{"last:owner"})
				}
			}
		})
	}
}
