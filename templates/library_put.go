package templates

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"strings"
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

// Preview gives the version that Put would write, and writes nothing. Errors as Put.
func (l *Library) Preview(ctx context.Context, a Actor, id string, base int, d Draft) (before, after *Compiled, err error) {
	before, err = l.Compiled(ctx, Ref{ID: id})
	if err != nil {
		return nil, nil, err
	}
	if base != 0 && base != before.Template.Version {
		return nil, nil, ErrStale
	}
	if d.Title == "" && d.Schema != nil {
		d.Title = d.Schema.Title
	}
	if err := l.complete(ctx, &before.Template, &d); err != nil {
		return nil, nil, err
	}
	t, err := l.next(a, &before.Template, d)
	if err != nil {
		return nil, nil, err
	}
	after, err = l.compile(t, d.Docx)
	return before, after, err
}

func (l *Library) put(ctx context.Context, a Actor, before *Template, d Draft) (*Template, error) {
	if d.Title == "" && d.Schema != nil {
		d.Title = d.Schema.Title
	}
	if err := l.complete(ctx, before, &d); err != nil {
		return nil, err
	}
	t, err := l.next(a, before, d)
	if err != nil || t == before {
		return t, err
	}
	return t, l.store.InsertVersion(ctx, t, d.Docx)
}

// next makes the version that follows, or gives the one before where the draft,
// which has document and schema, changes nothing.
func (l *Library) next(a Actor, before *Template, d Draft) (*Template, error) {
	d.Title = cmp.Or(strings.TrimSpace(d.Title), before.Title)
	t, err := l.read(a, d)
	if err != nil {
		return nil, err
	}
	if sameContent(t, before) {
		return before, nil
	}
	t.ID, t.Version = before.ID, before.Version+1
	return t, nil
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
		c, err := l.carryOver(ctx, before.Ref(), d.Docx)
		if err != nil {
			return err
		}
		d.Schema = &c.schema
	}
	if d.Schema == nil {
		d.Schema = &before.Schema
	}
	return nil
}

// sameContent tells whether two versions fill in the same way.
func sameContent(a, b *Template) bool {
	left, err1 := json.Marshal(a.Schema)
	right, err2 := json.Marshal(b.Schema)
	return err1 == nil && err2 == nil && a.Title == b.Title && a.SHA256 == b.SHA256 && bytes.Equal(left, right)
}
