package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/uuid"

	"reportfill/templates"
)

// Log is what a process that writes has acknowledged.
type Log struct {
	reports map[string]int64 // id → the last revision acknowledged
	finals  []string         // ids of reports made final
}

const logTemplate = "log"

// NewLog prepares an empty store for WriteForever.
func NewLog(t *testing.T, s templates.Store) *Log {
	t.Helper()
	insertTemplate(t, s, logTemplate)
	l := &Log{reports: map[string]int64{}}
	for range 4 {
		rep := insertReport(t, s, logTemplate, func(r *templates.Report) { r.Values = pair(r.Revision) })
		l.reports[rep.ID] = 1
	}
	return l
}

// pair is two values that only ever change together.
func pair(revision int64) []templates.Held {
	given := templates.Given{Text: fmt.Sprint(revision)}
	return []templates.Held{{Field: "a", Given: given, Source: gao}, {Field: "b", Given: given, Source: gao}}
}

// WriteForever changes the reports of a log, each in its own goroutine, and now
// and then makes a new one final. It tells each change that was acknowledged, in
// a line for Log.Acknowledge, and ends with the first error.
func WriteForever(s templates.Store, tell func(string)) {
	p, err := s.Reports(context.Background(), templates.ReportQuery{Status: templates.StatusDraft})
	if err != nil {
		panic(err)
	}
	ended := make(chan error)
	for _, rep := range p.Items {
		go func() {
			for {
				if err := writeOne(s, &rep, tell); err != nil {
					ended <- err
					return
				}
			}
		}()
	}
	panic(<-ended)
}

func writeOne(s templates.Store, rep *templates.Report, tell func(string)) error {
	ctx := context.Background()
	rep.Revision++
	rep.Values = pair(rep.Revision)
	e := templates.Entry{Revision: rep.Revision, Action: templates.ActionPatch, Source: gao}
	if err := s.UpdateReport(ctx, rep, e); err != nil {
		return err
	}
	tell(fmt.Sprintf("patched %s %d", rep.ID, rep.Revision))
	if rep.Revision%5 != 0 {
		return nil
	}
	done, first := report(logTemplate)
	if err := s.InsertReport(ctx, done, first, nil, nil); err != nil {
		return err
	}
	document := []byte("PK " + done.ID)
	after, e := next(done, "1")
	after.Status = templates.StatusFinal
	f := &templates.Final{Report: done.ID, SHA256: hashOf(document)}
	receipt := &templates.Receipt{Key: done.ID, Answer: []byte("{}"), CreatedAt: noon}
	if err := s.FinalizeReport(ctx, after, e, f, document, receipt); err != nil {
		return err
	}
	tell("finalized " + done.ID + " 2")
	return nil
}

// Acknowledge takes a line of WriteForever.
func (l *Log) Acknowledge(t *testing.T, line string) {
	t.Helper()
	var verb, id string
	var revision int64
	if n, err := fmt.Sscan(line, &verb, &id, &revision); n != 3 || uuid.Validate(id) != nil {
		t.Fatalf("the child wrote %q (%v)", line, err)
	}
	if verb == "finalized" {
		l.finals = append(l.finals, id)
		return
	}
	l.reports[id] = revision
}

// Verify holds that all that was acknowledged is there and nothing is half
// there. What was written and not acknowledged may be there.
func (l *Log) Verify(t *testing.T, s templates.Store) {
	t.Helper()
	for id, acknowledged := range l.reports {
		rep, err := s.Report(context.Background(), id)
		must(t, err)
		if rep.Revision < acknowledged {
			t.Errorf("report %s: revision %d is lost, there is %d", id, acknowledged, rep.Revision)
		}
		same(t, "values of revision "+fmt.Sprint(rep.Revision), rep.Values, pair(rep.Revision))
		verifyHistory(t, s, rep)
	}
	for _, id := range l.finals {
		rep, err := s.Report(context.Background(), id)
		must(t, err)
		same(t, "status of a final report", rep.Status, templates.StatusFinal)
		verifyFinal(t, s, id)
	}
	verifyWhole(t, s)
}

// verifyHistory holds that each revision has its entry.
func verifyHistory(t *testing.T, s templates.Store, rep *templates.Report) {
	t.Helper()
	p, err := s.History(context.Background(), rep.ID, templates.HistoryQuery{Limit: 1})
	must(t, err)
	same(t, "entries in history", int64(p.Total), rep.Revision)
}

func verifyFinal(t *testing.T, s templates.Store, id string) {
	t.Helper()
	f, err := s.Final(context.Background(), id)
	must(t, err)
	document, err := s.Document(context.Background(), f.SHA256)
	must(t, err)
	same(t, "hash of a document", hashOf(document), f.SHA256)
	_, err = s.Receipt(context.Background(), "", id)
	want(t, "receipt of a finalize", err, nil)
}

// verifyWhole holds for the reports that nobody acknowledged that they are
// final with all that belongs to it, or not at all.
func verifyWhole(t *testing.T, s templates.Store) {
	t.Helper()
	p, err := s.Reports(context.Background(), templates.ReportQuery{Limit: 20})
	must(t, err)
	for _, rep := range p.Items {
		if rep.Status == templates.StatusFinal {
			verifyFinal(t, s, rep.ID)
			continue
		}
		_, err := s.Final(context.Background(), rep.ID)
		want(t, "final of report "+rep.ID+" that is not", err, templates.ErrNotFound)
	}
}
