package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/google/uuid"

	"reportfill/templates"
)

// compared is the next revision of a report, which names another as last year's.
func compared(rep *templates.Report, previous string) (*templates.Report, templates.Entry) {
	after, e := next(rep, rep.Values[0].Text)
	after.Previous = previous
	e.Action, e.Previous = templates.ActionCompare, previous
	return after, e
}

func testReportCompare(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	first := insertReport(t, s, "work", nil)
	second := insertReport(t, s, "work", func(r *templates.Report) { r.Previous = first.ID })
	third := insertReport(t, s, "work", func(r *templates.Report) { r.Previous = second.ID })

	for what, previous := range map[string]string{"itself": first.ID, "one that follows it": third.ID} {
		after, e := compared(first, previous)
		want(t, what, s.CompareReport(ctx, after, e, nil, nil), templates.ErrCircular)
	}
	after, e := compared(third, uuid.NewString())
	want(t, "one that is not there", s.CompareReport(ctx, after, e, nil, nil), templates.ErrNotFound)
	after, e = compared(third, first.ID)
	must(t, s.CompareReport(ctx, after, e, nil, nil))

	last, begun := report("work")
	written := &templates.Begun{Report: last, Entry: begun}
	late, e := compared(third, last.ID)
	want(t, "over an old revision", s.CompareReport(ctx, late, e, written, receipt("t1", "k")), templates.ErrStale)
	_, err := s.Report(ctx, last.ID)
	want(t, "what a refused comparison left", err, templates.ErrNotFound)
	now, e := compared(after, last.ID)
	must(t, s.CompareReport(ctx, now, e, written, receipt("t1", "k")))
	for _, rep := range []*templates.Report{first, now, last} {
		got, err := s.Report(ctx, rep.ID)
		must(t, err)
		same(t, "report", got, rep)
	}
	page, err := s.History(ctx, third.ID, templates.HistoryQuery{})
	must(t, err)
	same(t, "the last entry", page.Items[2], e)
}

// testReportCompareRace holds that of two reports that are named for each other at
// the same moment one is.
func testReportCompareRace(t *testing.T, s templates.Store) {
	insertTemplate(t, s, "work")
	for range 10 {
		pair := []*templates.Report{insertReport(t, s, "work", nil), insertReport(t, s, "work", nil)}
		results := make([]error, 2)
		var wg sync.WaitGroup
		for i, rep := range pair {
			wg.Go(func() {
				after, e := compared(rep, pair[1-i].ID)
				results[i] = s.CompareReport(context.Background(), after, e, nil, nil)
			})
		}
		wg.Wait()
		if (results[0] == nil) == (results[1] == nil) || !errors.Is(errors.Join(results...), templates.ErrCircular) {
			t.Fatalf("got %v and %v, want one to be circular", results[0], results[1])
		}
	}
}
