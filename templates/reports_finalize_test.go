package templates_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"reportfill/fill"
	"reportfill/templates"
)

func TestLifeOfAReport(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	s := o.begin(t, system, `{"revenue": 12.30}`)
	id := s.Report.ID
	same(t, "status", s.Report.Status, templates.StatusDraft)
	same(t, "template", s.Report.Template, templates.Ref{ID: "budget", Version: 1})
	same(t, "progress", s.Report.Progress, templates.Progress{Fields: 4, Given: 1, Missing: 2, Waiting: []string{"国库科"}})
	same(t, "problems", codes(s.Result.Problems), []string{"city:missing", "spending:missing"})

	o.watch.pass(time.Hour)
	s = o.patch(t, clerk, id, `{"spending": 20, "city": "淮州"}`)
	same(t, "status where a check fails", s.Report.Status, templates.StatusDraft)
	same(t, "progress where a check fails", s.Report.Progress, templates.Progress{Fields: 4, Given: 3, Problems: 1})
	_, err := o.Finalize(ctx, clerk, id, 0, templates.Once{})
	want(t, "finalize where a check fails", err, fill.ErrInvalid)

	s = o.patch(t, clerk, id, `{"spending": {"value": 100000, "unit": "万元"}}`)
	same(t, "status", s.Report.Status, templates.StatusComplete)
	same(t, "held", held(s.Report), []string{"city=淮州", "revenue=12.30", "spending=100000万元"})
	same(t, "revision", s.Report.Revision, int64(3))
	before, err := o.Docx(ctx, id, fill.MissingError)
	must(t, err)

	s, err = o.Finalize(ctx, clerk, id, 3, templates.Once{})
	must(t, err)
	same(t, "status", s.Report.Status, templates.StatusFinal)
	same(t, "who made it final", s.Report.Updated.Name, "高会计")
	after, err := o.Docx(ctx, id, fill.MissingBlank)
	must(t, err)
	if !bytes.Equal(before.Bytes, after.Bytes) || after.Name != "二〇二六年预算.docx" {
		t.Errorf("final document %s is not the one of its last revision", after.Name)
	}
	_, err = o.Patch(ctx, admin, id, 0, values(t, `{"city": "海州"}`))
	want(t, "patch of a final report", err, templates.ErrFinal)
	_, err = o.Finalize(ctx, clerk, id, 0, templates.Once{})
	want(t, "finalize of a final report", err, templates.ErrFinal)
	want(t, "delete of its template", o.library.Delete(ctx, "budget"), templates.ErrInUse)

	p, err := o.History(ctx, id, templates.HistoryQuery{})
	must(t, err)
	var actions []string
	for _, e := range p.Items {
		actions = append(actions, string(e.Action)+" "+e.Source.Name)
	}
	same(t, "history", actions, []string{"create 预算系统", "patch 高会计", "patch 高会计", "finalize 高会计"})
}

func TestManifest(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	s := o.begin(t, system, `{"revenue": 12.30, "balance": "2.30"}`)
	o.watch.pass(time.Hour)
	s = o.patch(t, clerk, s.Report.ID, `{"spending": 10, "city": "淮州"}`)
	_, err := o.Final(ctx, s.Report.ID)
	want(t, "manifest of a draft", err, templates.ErrNotFound)
	o.watch.pass(time.Hour)
	_, err = o.Finalize(ctx, admin, s.Report.ID, 0, templates.Once{})
	must(t, err)

	f, err := o.Final(ctx, s.Report.ID)
	must(t, err)
	doc, err := o.Docx(ctx, s.Report.ID, fill.MissingError)
	must(t, err)
	draft, err := o.library.Docx(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	m := f.Manifest
	same(t, "output", []any{m.OutputSHA256, f.SHA256, f.Size}, []any{templates.HashOf(doc.Bytes), templates.HashOf(doc.Bytes), int64(len(doc.Bytes))})
	same(t, "draft", m.TemplateSHA256, templates.HashOf(draft))
	same(t, "payload", m.Payload, `{"balance":"2.30","city":"淮州","revenue":12.30,"spending":10}`)
	same(t, "payload hash", m.PayloadSHA256, templates.HashOf([]byte(m.Payload)))
	same(t, "who and when", []any{m.Finalized.Name, m.Finalized.At}, []any{"管理员", newWatch().at.Add(2 * time.Hour)})
	var lines []string
	for _, r := range m.Placeholders {
		source := "-"
		if r.Source != nil {
			source = r.Source.Name
		}
		lines = append(lines, strings.Join([]string{r.Field, r.Old, r.New, source}, " "))
	}
	same(t, "placeholders", lines, []string{
		"city X 淮州 高会计", "revenue X 12.30 预算系统", "spending X 10 高会计", "balance X 2.30 预算系统", " X X -", "note X  -"})
}

// What was signed off stays as it is, whatever a later service would make of it.
func TestFinalDocumentIsKept(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	s := o.begin(t, admin, `{"revenue": 12.30, "spending": 10, "city": "淮州"}`)
	_, err := o.Finalize(ctx, admin, s.Report.ID, 0, templates.Once{})
	must(t, err)
	damaging := &counting{Store: o.store, damaged: true}
	reports := templates.NewReports(damaging, o.library, nil)
	_, err = reports.Docx(ctx, s.Report.ID, fill.MissingError)
	want(t, "bytes that are not those signed off", err, templates.ErrDamaged)
}

func TestFinalizeOnce(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	id := o.begin(t, admin, `{"revenue": 12.30, "spending": 10}`).Report.ID
	once := templates.Once{Key: "k", Body: "b"}
	_, err := o.Finalize(ctx, admin, id, 0, once)
	want(t, "incomplete", err, fill.ErrInvalid)
	o.patch(t, admin, id, `{"city": "淮州"}`)
	_, err = o.Finalize(ctx, admin, id, 1, once)
	want(t, "over an old revision", err, templates.ErrStale)
	first, err := o.Finalize(ctx, admin, id, 0, once)
	must(t, err)
	second, err := o.Finalize(ctx, admin, id, 0, once)
	must(t, err)
	same(t, "answer", second.Report, first.Report)
	_, err = o.Finalize(ctx, admin, id, 0, templates.Once{Key: "other", Body: "b"})
	want(t, "another request", err, templates.ErrFinal)
}
