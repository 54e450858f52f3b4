package templates

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"reportfill/fill"
)

// Create writes a new template at its first version. With the same once it
// gives the same answer.
// *fill.DocumentError, *fill.SchemaError;
// *InputError; ErrConflict: the id is taken; ErrKeyUsed.
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

// title is the author's, else the schema's, else what the draft calls itself, else
// its file's name. *InputError.
func (d Draft) title(p *fill.Package) (string, error) {
	if given := cmp.Or(strings.TrimSpace(d.Title), strings.TrimSpace(d.Schema.Title)); given != "" {
		return checkText("title", given)
	}
	own, err := p.Title()
	if err != nil {
		return "", err
	}
	return checkText("title", shortened(cmp.Or(own, d.File)))
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
	title, err := d.title(p)
	if err != nil {
		return nil, err
	}
	filler, err := fill.Compile(p, *d.Schema)
	if err == nil {
		err = filler.Package().Marked()
	}
	if err != nil {
		return nil, err
	}
	at := l.now()
	return &Template{
		Title: title, Schema: filler.Schema(), SHA256: hashOf(d.Docx), Size: int64(len(d.Docx)),
		CreatedAt: at, CreatedBy: a.source(at),
	}, nil
}
