package storetest

import (
	"context"
	"testing"
	"time"

	"reportfill/templates"
)

func receipt(actor, key string) *templates.Receipt {
	return &templates.Receipt{Actor: actor, Key: key, Body: "body", Answer: []byte(`{"id": "work"}`), CreatedAt: noon}
}

func testReceipt(t *testing.T, s templates.Store) {
	ctx := context.Background()
	_, err := s.Receipt(ctx, "t1", "k")
	want(t, "no receipt", err, templates.ErrNotFound)
	must(t, s.InsertTemplate(ctx, template("work", 1), docx, receipt("t1", "k")))
	got, err := s.Receipt(ctx, "t1", "k")
	must(t, err)
	same(t, "receipt", got, receipt("t1", "k"))
	_, err = s.Receipt(ctx, "t2", "k")
	want(t, "another actor's key", err, templates.ErrNotFound)

	rep, e := report("work")
	must(t, s.InsertReport(ctx, rep, e, nil, receipt("t2", "k")))
	_, err = s.Receipt(ctx, "t2", "k")
	want(t, "receipt of a report", err, nil)
}

func testReceiptIsPartOfTheChange(t *testing.T, s templates.Store) {
	ctx := context.Background()
	must(t, s.InsertTemplate(ctx, template("work", 1), docx, receipt("t1", "k")))
	want(t, "template under a key that is taken",
		s.InsertTemplate(ctx, template("again", 1), docx, receipt("t1", "k")), templates.ErrConflict)
	_, err := s.Template(ctx, templates.Ref{ID: "again"})
	want(t, "that template", err, templates.ErrNotFound)

	rep, e := report("work")
	want(t, "report under a key that is taken", s.InsertReport(ctx, rep, e, nil, receipt("t1", "k")), templates.ErrConflict)
	_, err = s.Report(ctx, rep.ID)
	want(t, "that report", err, templates.ErrNotFound)

	want(t, "template that is there", s.InsertTemplate(ctx, template("work", 1), docx, receipt("t1", "new")), templates.ErrConflict)
	_, err = s.Receipt(ctx, "t1", "new")
	want(t, "receipt of a refused insert", err, templates.ErrNotFound)

	rep = insertReport(t, s, "work", nil)
	final, e := next(rep, "1")
	final.Status = templates.StatusFinal
	f := &templates.Final{Report: rep.ID, SHA256: hashOf([]byte("done"))}
	want(t, "finalize under a key that is taken",
		s.FinalizeReport(ctx, final, e, f, []byte("done"), receipt("t1", "k")), templates.ErrConflict)
	got, err := s.Report(ctx, rep.ID)
	must(t, err)
	same(t, "report after it", got, rep)
}

func testReceiptForgotten(t *testing.T, s templates.Store) {
	ctx := context.Background()
	must(t, s.InsertTemplate(ctx, template("one", 1), docx, receipt("t1", "old")))
	r := receipt("t1", "new")
	r.CreatedAt, r.Forget = noon.Add(time.Hour), noon.Add(time.Minute)
	must(t, s.InsertTemplate(ctx, template("two", 1), docx, r))
	_, err := s.Receipt(ctx, "t1", "old")
	want(t, "old receipt", err, templates.ErrNotFound)
	_, err = s.Receipt(ctx, "t1", "new")
	want(t, "new receipt", err, nil)
}
