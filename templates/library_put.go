package templates

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"

	"reportfill/fill"
)

// Put writes a new version over the base, the version of If-Match; 0 means
// whichever is the latest. A draft that changes nothing gives the version that
// is there. Errors as Create; ErrNotFound, ErrStale.
func (l *Library) Put(ctx context.Context, a Actor, id string, base int, d Draft) (*Template, error) {
	for {
		before, err := l.Template(ctx, Ref{ID: id})
		if err != nil {
			return nil, err
		}
		if base != 0 && base != before.Version {
			return nil, ErrStale
		}
		t, err := l.put(ctx, a, before, d)
		if base != 0 || !errors.Is(err, ErrStale) {
			return t, err
		}
	}
}

func (l *Library) put(ctx context.Context, a Actor, before *Template, d Draft) (*Template, error) {
	d.Title = cmp.Or(d.Title, titleOf(d.Schema), before.Title)
	if err := l.complete(ctx, before, &d); err != nil {
		return nil, err
	}
	t, err := l.read(a, d)
	if err != nil {
		return nil, err
	}
	if sameContent(t, before) {
		return before, nil
	}
	t.ID, t.Version = before.ID, before.Version+1
	return t, l.store.InsertVersion(ctx, t, d.Docx)
}

// complete takes what a draft lacks from the version before. Where it brings a
// document and no schema, each placeholder keeps the field of the sentence.
func (l *Library) complete(ctx context.Context, before *Template, d *Draft) error {
	if d.Docx == nil {
		docx, err := document(ctx, l.store, before.SHA256)
		if err != nil {
			return err
		}
		d.Docx = docx
	} else if d.Schema == nil {
		return l.carry(ctx, before, d)
	}
	if d.Schema == nil {
		d.Schema = &before.Schema
	}
	return nil
}

func (l *Library) carry(ctx context.Context, before *Template, d *Draft) error {
	c, err := l.Compiled(ctx, before.Ref())
	if err != nil {
		return err
	}
	p, err := fill.Open(d.Docx, l.limits)
	if err != nil {
		return err
	}
	if before.Schema.Marks != nil {
		if p, err = p.WithMarks(before.Schema.Marks); err != nil {
			return err
		}
	}
	s, _ := c.Fill.Carry(p)
	d.Schema = &s
	return nil
}

func titleOf(s *fill.Schema) string {
	if s == nil {
		return ""
	}
	return s.Title
}

// sameContent tells whether two versions fill in the same way.
func sameContent(a, b *Template) bool {
	left, err1 := json.Marshal(a.Schema)
	right, err2 := json.Marshal(b.Schema)
	return err1 == nil && err2 == nil && a.Title == b.Title && a.SHA256 == b.SHA256 && bytes.Equal(left, right)
}
