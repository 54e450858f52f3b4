package storetest

import (
	"context"
	"slices"
	"testing"

	"reportfill/templates"
)

func testReportList(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	must(t, s.InsertVersion(ctx, template("work", 2), nil))
	insertTemplate(t, s, "other")
	a := insertReport(t, s, "work", func(r *templates.Report) { r.Title = "Annual 100% 报告" })
	b := insertReport(t, s, "work", func(r *templates.Report) {
		r.Template.Version, r.Status, r.Progress.Waiting = 2, templates.StatusComplete, nil
		r.Updated = feed
	})
	c := insertReport(t, s, "other", func(r *templates.Report) {
		r.Title, r.Progress.Waiting = "季度", []string{`国库"科`, "<&>_"}
	})

	for _, test := range []struct {
		name string
		q    templates.ReportQuery
		want []*templates.Report
	}{
		{"all", templates.ReportQuery{}, []*templates.Report{c, b, a}},
		{"status", templates.ReportQuery{Status: templates.StatusComplete}, []*templates.Report{b}},
		{"template", templates.ReportQuery{Template: templates.Ref{ID: "work"}}, []*templates.Report{b, a}},
		{"version", templates.ReportQuery{Template: templates.Ref{ID: "work", Version: 1}}, []*templates.Report{a}},
		{"text", templates.ReportQuery{Text: "报告"}, []*templates.Report{b, a}},
		{"text in any case", templates.ReportQuery{Text: "aNNUAL"}, []*templates.Report{a}},
		{"percent is itself", templates.ReportQuery{Text: "0%"}, []*templates.Report{a}},
		{"updated by", templates.ReportQuery{UpdatedBy: feed.Name}, []*templates.Report{b}},
		{"waiting", templates.ReportQuery{Waiting: "预算科"}, []*templates.Report{a}},
		{"waiting, quoted", templates.ReportQuery{Waiting: `国库"科`}, []*templates.Report{c}},
		{"waiting, marks", templates.ReportQuery{Waiting: "<&>_"}, []*templates.Report{c}},
		{"waiting, a part of the name", templates.ReportQuery{Waiting: "预算"}, nil},
		{"two filters", templates.ReportQuery{Text: "报告", Status: templates.StatusDraft}, []*templates.Report{a}},
	} {
		p, err := s.Reports(ctx, test.q)
		must(t, err)
		var listed []templates.Report
		for _, rep := range test.want {
			short := *rep
			short.Values = nil
			listed = append(listed, short)
		}
		same(t, test.name, p.Items, listed)
		same(t, test.name+": total", p.Total, len(test.want))
	}
}

// testReportPages holds that a change between two pages neither hides a report
// nor shows one twice.
func testReportPages(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	var ids []string
	var last *templates.Report
	for range 7 {
		last = insertReport(t, s, "work", nil)
		ids = append(ids, last.ID)
	}
	slices.Reverse(ids)

	var got []string
	q := templates.ReportQuery{Limit: 3}
	for range 4 {
		p, err := s.Reports(ctx, q)
		must(t, err)
		for _, rep := range p.Items {
			got = append(got, rep.ID)
		}
		if q.Cursor = p.Next; q.Cursor == "" {
			break
		}
		after, e := next(last, "1")
		must(t, s.UpdateReport(ctx, after, e))
		last = after
		insertReport(t, s, "work", nil)
	}
	same(t, "ids over all pages", got, ids)
}

func testHistory(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	rep, first := report("work")
	must(t, s.InsertReport(ctx, rep, first, nil, nil))
	wanted := []templates.Entry{first}
	for _, text := range []string{"1", "2", "3"} {
		after, e := next(rep, text)
		must(t, s.UpdateReport(ctx, after, e))
		wanted = append(wanted, e)
		rep = after
	}
	other := insertReport(t, s, "work", nil)

	p, err := s.History(ctx, rep.ID, templates.HistoryQuery{Limit: 3})
	must(t, err)
	same(t, "first page", p.Items, wanted[:3])
	same(t, "total", p.Total, 4)
	_, err = s.History(ctx, other.ID, templates.HistoryQuery{Cursor: p.Next})
	want(t, "another report's cursor", err, templates.ErrInput)
	p, err = s.History(ctx, rep.ID, templates.HistoryQuery{Limit: 3, Cursor: p.Next})
	must(t, err)
	same(t, "second page", p.Items, wanted[3:])
	same(t, "next of the last page", p.Next, "")
	_, err = s.History(ctx, "no report", templates.HistoryQuery{})
	want(t, "no report", err, templates.ErrNotFound)
}

func testCursors(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "a")
	insertTemplate(t, s, "b")
	p, err := s.Templates(ctx, templates.TemplateQuery{Limit: 1})
	must(t, err)
	for _, cursor := range []string{"!", "AAAA", p.Next} {
		_, err := s.Reports(ctx, templates.ReportQuery{Cursor: cursor})
		want(t, "cursor "+cursor, err, templates.ErrInput)
	}
	_, err = s.Templates(ctx, templates.TemplateQuery{Cursor: "AAAA"})
	want(t, "cursor of templates", err, templates.ErrInput)
}
