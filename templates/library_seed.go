package templates

import (
	"context"
	"errors"

	"reportfill/fill"
	"reportfill/templates/workreport"
)

// builtin is who writes the built-in template.
var builtin = Actor{Name: "reportfill", Role: RoleAdmin}

// Seed writes the built-in work report where no version of it was ever written:
// what an operator deleted stays deleted. Where the latest version is the
// service's own and older than this service, it writes the next one.
func (l *Library) Seed(ctx context.Context) error {
	schema, err := fill.ParseSchema(workreport.Fields())
	if err != nil {
		return err
	}
	d := Draft{ID: workreport.ID, Docx: workreport.Docx(), Schema: &schema}
	last, exists, err := l.store.LastVersion(ctx, d.ID)
	switch {
	case err != nil:
		return err
	case last == 0:
		_, err = l.Create(ctx, builtin, d, Once{})
	case exists:
		err = l.renew(ctx, last, d)
	}
	if errors.Is(err, ErrConflict) || errors.Is(err, ErrStale) {
		return nil // another process was first
	}
	return err
}

// renew writes the next version, unless an author wrote the latest, or a version
// with this content is there: an older service that starts again beside a newer
// one leaves its report alone.
func (l *Library) renew(ctx context.Context, last int, d Draft) error {
	latest, err := l.store.Template(ctx, Ref{ID: d.ID, Version: last})
	if err != nil || latest.CreatedBy.Token != "" || latest.CreatedBy.Name != builtin.Name {
		return err
	}
	own, err := l.read(builtin, d)
	if err != nil {
		return err
	}
	for version := last; version > 0; version-- {
		t, err := l.store.Template(ctx, Ref{ID: d.ID, Version: version})
		if errors.Is(err, ErrNotFound) {
			continue // deleted
		}
		if err != nil || sameContent(t, own) {
			return err
		}
	}
	_, err = l.Put(ctx, builtin, d.ID, last, d)
	return err
}
