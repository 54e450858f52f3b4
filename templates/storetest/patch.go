package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/workreport"
)

const clients = 50

// offices gives two services over one store, as two processes are.
func offices(t *testing.T, s templates.Store) []*templates.Reports {
	t.Helper()
	var all []*templates.Reports
	for range 2 {
		l := templates.NewLibrary(s, templates.LibraryOptions{})
		must(t, l.Seed(context.Background()))
		all = append(all, templates.NewReports(s, l, nil))
	}
	return all
}

// begin makes an empty report and gives its id and the names of 50 fields.
func begin(t *testing.T, r *templates.Reports) (id string, fields []string) {
	t.Helper()
	n := templates.NewReport{Template: templates.Ref{ID: workreport.ID}}
	s, err := r.Create(context.Background(), admin, n, templates.Once{})
	must(t, err)
	for _, f := range s.Template.Fill.Fields()[:clients] {
		fields = append(fields, f.Name)
	}
	return s.Report.ID, fields
}

var admin = templates.Actor{Name: "admin", Role: templates.RoleAdmin}

// patchAll lets each client set its own field at once, through one service or
// the other, and gives their errors.
func patchAll(offices []*templates.Reports, id string, fields []string, revision int64) []error {
	results := make([]error, len(fields))
	var wg sync.WaitGroup
	for i, name := range fields {
		wg.Go(func() {
			vs := fill.Values{{Name: name, Value: fill.Value{Type: fill.Number, Text: fmt.Sprint(i)}}}
			_, results[i] = offices[i%len(offices)].Patch(context.Background(), admin, id, revision, vs)
		})
	}
	wg.Wait()
	return results
}

// testPatchesAtOnce holds that of 50 patches of different fields none is lost.
func testPatchesAtOnce(t *testing.T, s templates.Store) {
	all := offices(t, s)
	id, fields := begin(t, all[0])
	for i, err := range patchAll(all, id, fields, 0) {
		want(t, "patch of "+fields[i], err, nil)
	}
	verifyPatches(t, s, id, fields, func(int) bool { return true })
}

// testPatchesIfMatch holds that exactly those are refused whose revision is not
// the present one.
func testPatchesIfMatch(t *testing.T, s templates.Store) {
	all := offices(t, s)
	id, fields := begin(t, all[0])
	results := patchAll(all, id, fields, 1)
	taken := 0
	for i, err := range results {
		if err == nil {
			taken++
		} else if !errors.Is(err, templates.ErrStale) {
			t.Errorf("patch of %s: got %v, want %v", fields[i], err, templates.ErrStale)
		}
	}
	same(t, "patches over revision 1 that were taken", taken, 1)
	verifyPatches(t, s, id, fields, func(i int) bool { return results[i] == nil })
}

// verifyPatches holds that the values and the history are those of the patches
// that were acknowledged.
func verifyPatches(t *testing.T, s templates.Store, id string, fields []string, acknowledged func(int) bool) {
	t.Helper()
	rep, err := s.Report(context.Background(), id)
	must(t, err)
	wanted := map[string]string{}
	for i, name := range fields {
		if acknowledged(i) {
			wanted[name] = fmt.Sprint(i)
		}
	}
	got := map[string]string{}
	for _, h := range rep.Values {
		got[h.Field] = h.Text
	}
	same(t, "values", got, wanted)
	same(t, "revision", rep.Revision, int64(1+len(wanted)))

	p, err := s.History(context.Background(), id, templates.HistoryQuery{Limit: templates.MaxLimit})
	must(t, err)
	logged := map[string]string{}
	for i, e := range p.Items {
		same(t, "revision in history", e.Revision, int64(i+1))
		for _, c := range e.Changes {
			logged[c.Field] = c.New.Text
		}
	}
	same(t, "history", logged, wanted)
}
