package templates_test

import (
	"context"
	"testing"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

// A dry run tells what a changed draft would become, and keeps nothing.
func TestCarry(t *testing.T) {
	ctx := context.Background()
	l, _ := newLibrary(t)
	create(t, l, draft(t, "budget", "预算"))
	next := filltest.Docx("附件X，说明：X", "X市财政收入完成X亿元，支出X亿元，结余X亿元。", "发放补贴X万元。")
	_, err := l.Carry(ctx, author, "budget", 7, next, true)
	want(t, "over a version to come", err, templates.ErrStale)
	_, err = l.Carry(ctx, author, "other", 1, next, true)
	want(t, "of no template", err, templates.ErrNotFound)
	_, err = l.Carry(ctx, author, "budget", 1, []byte("no document"), true)
	want(t, "no document", err, fill.ErrFormat)

	would, err := l.Carry(ctx, author, "budget", 1, next, true)
	must(t, err)
	same(t, "version that would be", would.Template.Ref(), templates.Ref{ID: "budget", Version: 2})
	same(t, "moved", would.Drift.Moved, []fill.Carried{{Old: 5, New: 1, Field: "-"}, {Old: 6, New: 2, Field: "note"}})
	same(t, "new", would.Drift.New, []int{7})
	kept, err := l.Template(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	same(t, "version after a dry run", kept.Version, 1)

	got, err := l.Carry(ctx, author, "budget", 1, next, false)
	must(t, err)
	same(t, "drift", got.Drift, would.Drift)
	kept, err = l.Template(ctx, templates.Ref{ID: "budget"})
	must(t, err)
	same(t, "version", kept, got.Template)
	same(t, "placeholders", kept.Schema.Placeholders, []string{"-", "note", "city", "revenue", "spending", "balance", "x7"})
	same(t, "title", kept.Title, "预算")
	again, err := l.Carry(ctx, author, "budget", 0, next, false)
	must(t, err)
	same(t, "version after the same draft again", again.Template.Version, 2)
}
