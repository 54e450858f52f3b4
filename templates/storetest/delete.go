package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/uuid"

	"reportfill/fill"
	"reportfill/templates"
)

func testReportDelete(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	rep := insertReport(t, s, "work", nil)
	other := insertReport(t, s, "work", nil)
	after, e := next(rep, "13")
	must(t, s.UpdateReport(ctx, after, e))

	want(t, "over an old revision", s.DeleteReport(ctx, rep.ID, 1), templates.ErrStale)
	want(t, "no report", s.DeleteReport(ctx, uuid.NewString(), 0), templates.ErrNotFound)
	got, err := s.Report(ctx, rep.ID)
	must(t, err)
	same(t, "after refused deletions", got, after)

	must(t, s.DeleteReport(ctx, rep.ID, 2))
	_, err = s.Report(ctx, rep.ID)
	want(t, "report after deletion", err, templates.ErrNotFound)
	_, err = s.History(ctx, rep.ID, templates.HistoryQuery{})
	want(t, "history after deletion", err, templates.ErrNotFound)
	want(t, "deleted twice", s.DeleteReport(ctx, rep.ID, 0), templates.ErrNotFound)
	late, e := next(after, "14")
	want(t, "update after deletion", s.UpdateReport(ctx, late, e), templates.ErrNotFound)

	p, err := s.History(ctx, other.ID, templates.HistoryQuery{})
	must(t, err)
	same(t, "history of another report", p.Total, 1)
	want(t, "template that another report needs", s.DeleteTemplate(ctx, "work"), templates.ErrInUse)
	must(t, s.DeleteReport(ctx, other.ID, 0))
	want(t, "template whose last report is deleted", s.DeleteTemplate(ctx, "work"), nil)
}

func testReportDeleteRefused(t *testing.T, s templates.Store) {
	ctx := context.Background()
	id := Finished(t, s)
	kept, err := s.Report(ctx, id)
	must(t, err)
	for _, revision := range []int64{0, 1, kept.Revision} {
		want(t, "a final report", s.DeleteReport(ctx, id, revision), templates.ErrFinal)
	}
	last := insertReport(t, s, "work", nil)
	follower := insertReport(t, s, "work", func(r *templates.Report) { r.Previous = last.ID })
	want(t, "last year's report", s.DeleteReport(ctx, last.ID, 0), templates.ErrInUse)
	p, err := s.History(ctx, last.ID, templates.HistoryQuery{})
	must(t, err)
	same(t, "history of last year's report", p.Total, 1)
	must(t, s.DeleteReport(ctx, follower.ID, 0))
	want(t, "last year's report, of nobody's", s.DeleteReport(ctx, last.ID, 0), nil)
}

// testDeleteAmongPatches holds that a report which is deleted while others patch
// it is gone for all of them, and that nothing of it is left.
func testDeleteAmongPatches(t *testing.T, s templates.Store) {
	ctx := context.Background()
	all := offices(t, s)
	id, fields := begin(t, all[0])
	begun := make(chan struct{})
	var once sync.Once
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := 1; ; n++ {
				vs := fill.Values{{Name: fields[i], Value: fill.Value{Type: fill.Number, Text: fmt.Sprint(n)}}}
				if _, err := all[i%len(all)].Patch(ctx, admin, id, 0, vs); err != nil {
					want(t, "patch", err, templates.ErrNotFound)
					return
				}
				once.Do(func() { close(begun) })
			}
		})
	}
	<-begun
	want(t, "deletion among patches", all[1].Delete(ctx, id, 0), nil)
	wg.Wait()
	_, err := s.History(ctx, id, templates.HistoryQuery{})
	want(t, "history", err, templates.ErrNotFound)
}

// testDeletedOnce holds that the key of a request whose report was deleted makes
// no other report, and does not answer with the one that is gone.
func testDeletedOnce(t *testing.T, s templates.Store) {
	ctx := context.Background()
	office := offices(t, s)[0]
	n := templates.NewReport{Template: templates.Ref{ID: "workreport"}}
	once := templates.Once{Key: "key", Body: "body"}
	state, err := office.Create(ctx, admin, n, once)
	must(t, err)
	must(t, office.Delete(ctx, state.Report.ID, 0))
	if _, err := office.Create(ctx, admin, n, once); !errors.Is(err, templates.ErrKeyUsed) {
		t.Errorf("the same request after the deletion: got %v, want %v", err, templates.ErrKeyUsed)
	}
	p, err := s.Reports(ctx, templates.ReportQuery{})
	must(t, err)
	same(t, "reports", p.Total, 0)
}
