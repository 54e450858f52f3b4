package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"reportfill/templates"
)

const (
	markTemplateDeleted = `UPDATE templates SET deleted = 1 WHERE id = $1 AND deleted = 0`

	deleteVersions = `DELETE FROM template_versions WHERE template_id = $1`

	selectDrafts = `SELECT DISTINCT sha256 FROM template_versions WHERE template_id = $1`

	sweepDocument = `DELETE FROM documents WHERE sha256 = $1
		AND NOT EXISTS (SELECT 1 FROM template_versions v WHERE v.sha256 = documents.sha256)
		AND NOT EXISTS (SELECT 1 FROM finals f WHERE f.sha256 = documents.sha256)`
)

// DeleteTemplate removes all versions and keeps the last number given. Drafts
// that nothing refers to any more go afterwards, each for itself: where that
// fails they stay, and harm nobody.
func (s *Store) DeleteTemplate(ctx context.Context, id string) error {
	defer s.latest.changed()
	drafts, err := list(ctx, s.reader, func(r row, sha *string) error { return r.Scan(sha) }, selectDrafts, id)
	if err != nil {
		return err
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		n, err := exec(ctx, tx, markTemplateDeleted, id)
		if err != nil {
			return err
		}
		if n == 0 {
			return templates.ErrNotFound
		}
		_, err = exec(ctx, tx, deleteVersions, id)
		return err
	})
	if errors.Is(err, errReference) {
		return templates.ErrInUse
	}
	if err != nil {
		return err
	}
	for _, sha := range drafts {
		_ = s.change(ctx, func(tx *sql.Tx) error {
			_, err := exec(ctx, tx, sweepDocument, sha)
			return err
		})
	}
	return nil
}
