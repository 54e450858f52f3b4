package templates

import (
	"context"

	"reportfill/fill"
)

// Carried is a template whose fields were carried over to a changed draft.
type Carried struct {
	Template *Template     // the version that is written, or would be
	Before   *Compiled     // the version that the fields come from
	Next     *fill.Package // the changed draft
	Drift    fill.Drift    // between the placeholders of both

	schema fill.Schema
}

// Carry carries the fields of the base, the version of If-Match, over to a
// changed draft, and writes a new version with what came of it; a dry run
// writes nothing. base 0 means whichever is the latest.
// *fill.DocumentError; ErrNotFound; ErrStale.
func (l *Library) Carry(ctx context.Context, a Actor, id string, base int, docx []byte, dry bool) (*Carried, error) {
	c, err := l.carryOver(ctx, Ref{ID: id}, docx)
	if err != nil {
		return nil, err
	}
	before := &c.Before.Template
	if base != 0 && base != before.Version {
		return nil, ErrStale
	}
	d := Draft{Title: before.Title, Docx: docx, Schema: &c.schema}
	if dry {
		c.Template, err = l.next(a, before, d)
	} else {
		c.Template, err = l.Put(ctx, a, id, before.Version, d)
	}
	return c, err
}

// carryOver gives the fields of a version as they stand in a changed draft.
func (l *Library) carryOver(ctx context.Context, from Ref, docx []byte) (*Carried, error) {
	before, err := l.Compiled(ctx, from)
	if err != nil {
		return nil, err
	}
	next, err := fill.Open(docx, l.limits)
	if err != nil {
		return nil, err
	}
	if marks := before.Template.Schema.Marks; marks != nil {
		if next, err = next.WithMarks(marks); err != nil {
			return nil, err
		}
	}
	schema, drift := before.Fill.Carry(next)
	return &Carried{Before: before, Next: next, Drift: drift, schema: schema}, nil
}
