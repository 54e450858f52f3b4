package storetest

import (
	"context"
	"testing"

	"reportfill/templates"
)

// Finished puts a template, a draft and a final report into an empty store and
// gives the id of the last.
func Finished(t *testing.T, s templates.Store) string {
	t.Helper()
	insertTemplate(t, s, "work")
	insertReport(t, s, "work", nil)
	rep := insertReport(t, s, "work", nil)
	finalize(t, s, rep)
	return rep.ID
}

var done = []byte("PK the document")

func finalize(t *testing.T, s templates.Store, rep *templates.Report) (*templates.Report, *templates.Final) {
	t.Helper()
	after, e := next(rep, "13")
	after.Status, e.Action = templates.StatusFinal, templates.ActionFinalize
	f := final(rep)
	must(t, s.FinalizeReport(context.Background(), after, e, f, done, nil))
	return after, f
}

func final(rep *templates.Report) *templates.Final {
	return &templates.Final{Report: rep.ID, SHA256: hashOf(done), Size: int64(len(done)), Manifest: templates.Manifest{
		Report: rep.ID, Title: rep.Title, Template: rep.Template, TemplateSHA256: hashOf(docx),
		Payload: `{"revenue":12.30}`, PayloadSHA256: hashOf(nil), OutputSHA256: hashOf(done), Finalized: gao,
		Placeholders: []templates.Replaced{
			{Number: 1, Part: "word/document.xml", Field: "revenue", Old: "X", New: "12.30", Source: &feed},
			{Number: 2, Part: "word/document.xml", Old: "×", New: "×"},
		},
	}}
}

func testReportFinal(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	rep := insertReport(t, s, "work", nil)
	_, err := s.Final(ctx, rep.ID)
	want(t, "not final yet", err, templates.ErrNotFound)

	stale, e := next(rep, "13")
	stale.Revision++
	want(t, "over another revision", s.FinalizeReport(ctx, stale, e, final(rep), done, nil), templates.ErrStale)
	_, err = s.Document(ctx, hashOf(done))
	want(t, "document of a refused finalize", err, templates.ErrNotFound)
	after, f := finalize(t, s, rep)

	got, err := s.Final(ctx, rep.ID)
	must(t, err)
	same(t, "final", got, f)
	content, err := s.Document(ctx, f.SHA256)
	must(t, err)
	same(t, "document", content, done)

	again, e := next(after, "14")
	want(t, "update of a final report", s.UpdateReport(ctx, again, e), templates.ErrFinal)
	want(t, "second finalize", s.FinalizeReport(ctx, again, e, f, done, nil), templates.ErrFinal)
	late, e := next(rep, "15")
	want(t, "late update of a final report", s.UpdateReport(ctx, late, e), templates.ErrFinal)
	kept, err := s.Report(ctx, rep.ID)
	must(t, err)
	same(t, "report", kept, after)
}
