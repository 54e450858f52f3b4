package templates

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"

	"reportfill/fill"
)

// Create writes a new template at its first version. With the same once it
// gives the same answer.
// *fill.DocumentError, *fill.SchemaError;
// *InputError; ErrConflict: the id is taken, or once.Key with another body.
func (l *Library) Create(ctx context.Context, a Actor, d Draft, once Once) (*Template, error) {
	return answerOnce(ctx, l.store, l.now(), a, once, func(r *Receipt) (*Template, error) {
		return l.create(ctx, a, d, r)
	})
}

func (l *Library) create(ctx context.Context, a Actor, d Draft, r *Receipt) (*Template, error) {
	if d.ID != "" {
		if err := checkID(d.ID); err != nil {
			return nil, err
		}
	}
	t, err := l.read(a, d)
	if err != nil {
		return nil, err
	}
	for _, id := range candidates(d.ID, t.Title) {
		t.ID = id
		if err = l.insert(ctx, t, d.Docx, r); !errors.Is(err, ErrConflict) {
			break
		}
	}
	return t, err
}

// insert writes a template under an id that nothing has, or that a deleted one had.
func (l *Library) insert(ctx context.Context, t *Template, docx []byte, r *Receipt) error {
	last, exists, err := l.store.LastVersion(ctx, t.ID)
	if err != nil {
		return err
	}
	if exists {
		return ErrConflict
	}
	t.Version = last + 1
	if t.Title == "" {
		t.Title = t.ID
	}
	if err := r.answer(t); err != nil {
		return err
	}
	return l.store.InsertTemplate(ctx, t, docx, r)
}

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
	if d.Schema == nil {
		d.Schema = &before.Schema
	}
	if d.Docx == nil {
		docx, err := document(ctx, l.store, before.SHA256)
		if err != nil {
			return nil, err
		}
		d.Docx = docx
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

// read makes a template from a draft: all but its id and version.
func (l *Library) read(a Actor, d Draft) (*Template, error) {
	p, err := fill.Open(d.Docx, l.limits)
	if err != nil {
		return nil, err
	}
	if d.Schema == nil {
		s := fill.DefaultSchema(p)
		d.Schema = &s
	}
	title, err := checkText("title", cmp.Or(d.Title, d.Schema.Title))
	if err != nil {
		return nil, err
	}
	filler, err := fill.Compile(p, *d.Schema)
	if err != nil {
		return nil, err
	}
	at := l.now()
	return &Template{
		Title: title, Schema: filler.Schema(), SHA256: hashOf(d.Docx), Size: int64(len(d.Docx)),
		CreatedAt: at, CreatedBy: a.source(at),
	}, nil
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
