package storetest

import (
	"context"
	"testing"

	"reportfill/templates"
)

func testTemplateVersions(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	second := template("work", 2)
	second.Title, second.Schema.Checks = "renamed", nil
	must(t, s.InsertVersion(ctx, second, nil))

	for _, test := range []struct {
		ref  templates.Ref
		want *templates.Template
	}{
		{templates.Ref{ID: "work"}, second},
		{templates.Ref{ID: "work", Version: 2}, second},
		{templates.Ref{ID: "work", Version: 1}, template("work", 1)},
	} {
		got, err := s.Template(ctx, test.ref)
		must(t, err)
		same(t, test.ref.String(), got, test.want)
	}
	for _, ref := range []templates.Ref{{ID: "work", Version: 3}, {ID: "other"}, {ID: "work", Version: -1}} {
		_, err := s.Template(ctx, ref)
		want(t, ref.String(), err, templates.ErrNotFound)
	}

	vs, err := s.Versions(ctx, "work")
	must(t, err)
	same(t, "versions", numbers(vs), []int{2, 1})
	_, err = s.Versions(ctx, "other")
	want(t, "versions of no template", err, templates.ErrNotFound)

	got, err := s.Document(ctx, second.SHA256)
	must(t, err)
	same(t, "document", got, docx)
	_, err = s.Document(ctx, hashOf(nil))
	want(t, "no document", err, templates.ErrNotFound)
}

func numbers(vs []templates.Template) []int {
	ns := make([]int, len(vs))
	for i, v := range vs {
		ns[i] = v.Version
	}
	return ns
}

func testTemplateConflicts(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "work")
	want(t, "id taken", s.InsertTemplate(ctx, template("work", 1), docx, nil), templates.ErrConflict)
	want(t, "id taken, at its next version", s.InsertTemplate(ctx, template("work", 2), docx, nil), templates.ErrConflict)
	want(t, "version that is there", s.InsertVersion(ctx, template("work", 1), nil), templates.ErrStale)
	want(t, "version after the next", s.InsertVersion(ctx, template("work", 3), nil), templates.ErrStale)
	want(t, "version of no template", s.InsertVersion(ctx, template("other", 2), docx), templates.ErrNotFound)

	version, exists, err := s.LastVersion(ctx, "work")
	must(t, err)
	same(t, "last version", []any{version, exists}, []any{1, true})
	version, exists, err = s.LastVersion(ctx, "other")
	must(t, err)
	same(t, "last version of no template", []any{version, exists}, []any{0, false})
}

func testTemplateDelete(t *testing.T, s templates.Store) {
	ctx := context.Background()
	want(t, "no template", s.DeleteTemplate(ctx, "work"), templates.ErrNotFound)

	insertTemplate(t, s, "used")
	must(t, s.InsertVersion(ctx, template("used", 2), nil))
	insertReport(t, s, "used", nil) // of version 1, which is not the latest
	want(t, "in use", s.DeleteTemplate(ctx, "used"), templates.ErrInUse)
	_, err := s.Template(ctx, templates.Ref{ID: "used", Version: 2})
	want(t, "after a refused deletion", err, nil)

	insertTemplate(t, s, "work")
	must(t, s.DeleteTemplate(ctx, "work"))
	for _, ref := range []templates.Ref{{ID: "work"}, {ID: "work", Version: 1}} {
		_, err = s.Template(ctx, ref)
		want(t, ref.String()+" after deletion", err, templates.ErrNotFound)
	}
	_, err = s.Versions(ctx, "work")
	want(t, "versions after deletion", err, templates.ErrNotFound)
	want(t, "deleted twice", s.DeleteTemplate(ctx, "work"), templates.ErrNotFound)
	want(t, "next version of a deleted one", s.InsertVersion(ctx, template("work", 2), docx), templates.ErrNotFound)

	version, exists, err := s.LastVersion(ctx, "work")
	must(t, err)
	same(t, "a deleted one keeps its number", []any{version, exists}, []any{1, false})
	want(t, "a number given twice", s.InsertTemplate(ctx, template("work", 1), docx, nil), templates.ErrConflict)
	must(t, s.InsertTemplate(ctx, template("work", 2), docx, nil))
	got, err := s.Template(ctx, templates.Ref{ID: "work"})
	must(t, err)
	same(t, "begun again", got, template("work", 2))
}

func testDocumentShared(t *testing.T, s templates.Store) {
	ctx := context.Background()
	insertTemplate(t, s, "one")
	insertTemplate(t, s, "two")
	must(t, s.DeleteTemplate(ctx, "one"))
	_, err := s.Document(ctx, hashOf(docx))
	want(t, "a draft that another template has", err, nil)
	must(t, s.DeleteTemplate(ctx, "two"))
	_, err = s.Document(ctx, hashOf(docx))
	want(t, "a draft that none has", err, templates.ErrNotFound)
}

func testTemplateList(t *testing.T, s templates.Store) {
	ctx := context.Background()
	for _, id := range []string{"b", "a-1", "c", "a", "gone"} {
		insertTemplate(t, s, id)
	}
	must(t, s.InsertVersion(ctx, template("b", 2), nil))
	must(t, s.DeleteTemplate(ctx, "gone"))

	for _, test := range []struct {
		text string
		want []string
	}{
		{"", []string{"a@1", "a-1@1", "b@2", "c@1"}},
		{"工作报告 B", []string{"b@2"}},
		{"A-", []string{"a-1@1"}},
		{"% ", []string{"a@1", "a-1@1", "b@2", "c@1"}},
		{"_", nil},
		{`\`, nil},
	} {
		same(t, "list of "+test.text, templatePages(t, s, test.text), test.want)
	}
	p, err := s.Templates(ctx, templates.TemplateQuery{})
	must(t, err)
	summary := template("b", 2)
	summary.Schema.Fields, summary.Schema = nil, p.Items[2].Schema
	same(t, "an item", p.Items[2], *summary)
	same(t, "its schema", len(p.Items[2].Schema.Fields), 0)
}

// templatePages reads the list by pages of three and holds their totals.
func templatePages(t *testing.T, s templates.Store, text string) []string {
	t.Helper()
	var refs []string
	var totals []int
	q := templates.TemplateQuery{Text: text, Limit: 3}
	for {
		p, err := s.Templates(context.Background(), q)
		must(t, err)
		for _, item := range p.Items {
			refs = append(refs, item.Ref().String())
		}
		totals = append(totals, p.Total)
		if p.Next == "" {
			break
		}
		q.Cursor = p.Next
	}
	for _, total := range totals {
		same(t, "total", total, len(refs))
	}
	return refs
}
