package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"reportfill/templates"
)

const (
	lastVersion = `SELECT latest, deleted FROM templates WHERE id = $1`

	insertTemplate = `INSERT INTO templates (id, latest) VALUES ($1, 1) ON CONFLICT (id) DO NOTHING`

	reviveTemplate = `UPDATE templates SET latest = $2, deleted = 0
		WHERE id = $1 AND latest = $2 - 1 AND deleted = 1`

	advanceTemplate = `UPDATE templates SET latest = $2
		WHERE id = $1 AND latest = $2 - 1 AND deleted = 0`

	insertVersion = `INSERT INTO template_versions
		(template_id, version, title, fields, sha256, size, created_by, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`

	// The conflict locks the row, so that a sweep cannot take it before the
	// version refers to it.
	insertDocument = `INSERT INTO documents (sha256, size, content) VALUES ($1, $2, $3)
		ON CONFLICT (sha256) DO UPDATE SET size = excluded.size`
)

// LastVersion gives the last version number given under the id.
func (s *Store) LastVersion(ctx context.Context, id string) (version int, exists bool, err error) {
	if s.pool != nil { // several processes share the database
		n, err := s.lastVersion(ctx, id)
		return n.version, n.exists, err
	}
	n, changes, ok := s.latest.get(id)
	if !ok {
		if n, err = s.lastVersion(ctx, id); err != nil {
			return 0, false, err
		}
		s.latest.put(id, n, changes)
	}
	return n.version, n.exists, nil
}

func (s *Store) lastVersion(ctx context.Context, id string) (numbered, error) {
	n := numbered{read: time.Now()}
	var deleted int
	err := failure(ctx, s.queryRow(ctx, lastVersion, id).Scan(&n.version, &deleted))
	if errors.Is(err, templates.ErrNotFound) {
		return n, nil
	}
	n.exists = err == nil && deleted == 0
	return n, err
}

// InsertTemplate writes a template that is not there.
func (s *Store) InsertTemplate(ctx context.Context, t *templates.Template, docx []byte, r *templates.Receipt) error {
	defer s.latest.changed()
	return s.change(ctx, func(tx *sql.Tx) error {
		n, err := beginTemplate(ctx, tx, t)
		switch {
		case err != nil:
			return err
		case n == 0:
			return templates.ErrConflict
		}
		if err := writeVersion(ctx, tx, t, docx); err != nil {
			return err
		}
		return writeReceipt(ctx, tx, r)
	})
}

func beginTemplate(ctx context.Context, tx *sql.Tx, t *templates.Template) (int64, error) {
	if t.Version == 1 {
		return exec(ctx, tx, insertTemplate, t.ID)
	}
	return exec(ctx, tx, reviveTemplate, t.ID, t.Version)
}

// InsertVersion writes the next version of a template that is there.
func (s *Store) InsertVersion(ctx context.Context, t *templates.Template, docx []byte) error {
	defer s.latest.changed()
	return s.change(ctx, func(tx *sql.Tx) error {
		n, err := exec(ctx, tx, advanceTemplate, t.ID, t.Version)
		if err != nil {
			return err
		}
		if n == 0 {
			return whyNotNext(ctx, tx, t.ID)
		}
		return writeVersion(ctx, tx, t, docx)
	})
}

func whyNotNext(ctx context.Context, tx *sql.Tx, id string) error {
	var latest, deleted int
	if err := tx.QueryRowContext(ctx, lastVersion, id).Scan(&latest, &deleted); err != nil {
		return err
	}
	if deleted == 1 {
		return templates.ErrNotFound
	}
	return templates.ErrStale
}

func writeVersion(ctx context.Context, tx *sql.Tx, t *templates.Template, docx []byte) error {
	if docx != nil {
		if err := writeDocument(ctx, tx, t.SHA256, docx); err != nil {
			return err
		}
	}
	_, err := exec(ctx, tx, insertVersion, t.ID, t.Version, t.Title, inJSON(&t.Schema),
		t.SHA256, t.Size, inJSON(&t.CreatedBy), asMicros{&t.CreatedAt})
	return err
}

func writeDocument(ctx context.Context, tx *sql.Tx, sha256 string, content []byte) error {
	_, err := exec(ctx, tx, insertDocument, sha256, len(content), content)
	return err
}
