package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/workreport"
)

// testCreateOnce holds that one request which comes many times at once, through
// two services, makes one report.
func testCreateOnce(t *testing.T, s templates.Store) {
	all := offices(t, s)
	n := templates.NewReport{Template: templates.Ref{ID: workreport.ID}}
	once := templates.Once{Key: "key", Body: "body"}
	ids := make([]string, 16)
	var wg sync.WaitGroup
	for i := range ids {
		wg.Go(func() {
			state, err := all[i%len(all)].Create(context.Background(), admin, n, once)
			if err != nil {
				t.Errorf("request %d: %v", i, err)
				return
			}
			ids[i] = state.Report.ID
		})
	}
	wg.Wait()
	for _, id := range ids {
		same(t, "id", id, ids[0])
	}
	p, err := s.Reports(context.Background(), templates.ReportQuery{})
	must(t, err)
	same(t, "reports", p.Total, 1)
}

// testFinalizeAmongPatches holds that a report that is made final while others
// patch it holds exactly the patches that were acknowledged.
func testFinalizeAmongPatches(t *testing.T, s templates.Store) {
	ctx := context.Background()
	all := offices(t, s)
	id, fields := begin(t, all[0])
	_, err := all[0].Patch(ctx, admin, id, 0, examples(t, all[0], id))
	must(t, err)

	var mu sync.Mutex
	acknowledged := int64(2)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := 1; ; n++ {
				vs := fill.Values{{Name: fields[1], Value: fill.Value{Type: fill.Number, Text: fmt.Sprint(1000*i + n)}}}
				state, err := all[i%len(all)].Patch(ctx, admin, id, 0, vs)
				if err != nil {
					want(t, "patch", err, templates.ErrFinal)
					return
				}
				mu.Lock()
				acknowledged = max(acknowledged, state.Report.Revision)
				mu.Unlock()
			}
		})
	}
	final, err := all[0].Finalize(ctx, admin, id, 0, templates.Once{})
	must(t, err)
	wg.Wait()

	rep, err := s.Report(ctx, id)
	must(t, err)
	same(t, "report", rep, final.Report)
	same(t, "revision", rep.Revision, acknowledged+1)
	f, err := s.Final(ctx, id)
	must(t, err)
	payload, err := fill.ParseValues([]byte(f.Manifest.Payload))
	must(t, err)
	same(t, "payload", payload, rep.Payload())
	_, err = all[1].Finalize(ctx, admin, id, 0, templates.Once{})
	want(t, "second finalize", err, templates.ErrFinal)
}

// examples gives a payload that makes the report complete.
func examples(t *testing.T, r *templates.Reports, id string) fill.Values {
	t.Helper()
	state, err := r.Get(context.Background(), id)
	must(t, err)
	var vs fill.Values
	for _, f := range state.Template.Fill.Fields() {
		vs = append(vs, fill.Entry{Name: f.Name, Value: fill.Value{Type: fill.String, Text: f.Example}})
	}
	return vs
}
