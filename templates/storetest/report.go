package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/uuid"

	"reportfill/templates"
)

func testReport(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	first := insertReport(t, s, "work", nil)
	second := insertReport(t, s, "work", func(r *templates.Report) {
		r.Previous, r.Values, r.Progress.Waiting = first.ID, nil, nil
	})
	for _, rep := range []*templates.Report{first, second} {
		got, err := s.Report(ctx, rep.ID)
		must(t, err)
		same(t, "report", got, rep)
	}
	_, err := s.Report(ctx, uuid.NewString())
	want(t, "no report", err, templates.ErrNotFound)
	rep, e := report("work")
	rep.ID = first.ID
	want(t, "id taken", s.InsertReport(ctx, rep, e, nil, nil), templates.ErrConflict)
}

func testReportReferences(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	for what, edit := range map[string]func(*templates.Report){
		"no template": func(r *templates.Report) { r.Template.ID = "other" },
		"no version":  func(r *templates.Report) { r.Template.Version = 2 },
		"no previous": func(r *templates.Report) { r.Previous = uuid.NewString() },
	} {
		rep, e := report("work")
		edit(rep)
		want(t, what, s.InsertReport(ctx, rep, e, nil, nil), templates.ErrNotFound)
		_, err := s.Report(ctx, rep.ID)
		want(t, what+": what is left", err, templates.ErrNotFound)
	}
}

func testReportUpdate(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	rep := insertReport(t, s, "work", nil)
	other := insertReport(t, s, "work", nil)

	after, e := next(rep, "13")
	after.Status, after.Progress = templates.StatusComplete, templates.Progress{Fields: 2, Given: 2}
	after.Previous = uuid.NewString()
	want(t, "a previous report that is not there", s.UpdateReport(ctx, after, e), templates.ErrNotFound)
	after.Previous = other.ID
	must(t, s.UpdateReport(ctx, after, e))
	got, err := s.Report(ctx, rep.ID)
	must(t, err)
	same(t, "updated", got, after)

	late, e := next(rep, "14")
	want(t, "over an old revision", s.UpdateReport(ctx, late, e), templates.ErrStale)
	early, e := next(after, "15")
	early.Revision++
	want(t, "over a revision to come", s.UpdateReport(ctx, early, e), templates.ErrStale)
	none, e := next(rep, "16")
	none.ID = uuid.NewString()
	want(t, "no report", s.UpdateReport(ctx, none, e), templates.ErrNotFound)

	for _, rep := range []*templates.Report{after, other} {
		got, err := s.Report(ctx, rep.ID)
		must(t, err)
		same(t, "after refused updates", got, rep)
	}
}

// testReportRace holds that of many changes over one revision one is taken.
func testReportRace(t *testing.T, s templates.Store) {
	insertTemplate(t, s, "work")
	rep := insertReport(t, s, "work", nil)
	const writers = 16
	results := make([]error, writers)
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			after, e := next(rep, fmt.Sprint(i))
			results[i] = s.UpdateReport(context.Background(), after, e)
		})
	}
	wg.Wait()
	got, err := s.Report(context.Background(), rep.ID)
	must(t, err)
	taken := 0
	for i, err := range results {
		if err == nil {
			taken++
			same(t, "the value that was taken", got.Values[0].Text, fmt.Sprint(i))
		} else if !errors.Is(err, templates.ErrStale) {
			t.Errorf("writer %d: got %v, want %v", i, err, templates.ErrStale)
		}
	}
	same(t, "updates taken", taken, 1)
	same(t, "revision", got.Revision, int64(2))
}
