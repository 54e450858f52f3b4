package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"reportfill/templates"
)

// The tables take the history with the report.
const deleteReport = `DELETE FROM reports
	WHERE id = $1 AND ($2 = 0 OR revision = $2) AND status <> 'final'`

// DeleteReport removes a report that is not final, with its history.
func (s *Store) DeleteReport(ctx context.Context, id string, revision int64) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		n, err := exec(ctx, tx, deleteReport, id, revision)
		if err == nil && n == 0 {
			err = whyNotUpdated(ctx, tx, id)
		}
		return err
	})
	if errors.Is(err, errReference) {
		return templates.ErrInUse
	}
	return err
}
