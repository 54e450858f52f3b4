package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"reportfill/templates"
)

const (
	// One change of previous reports at a time: on SQLite there is one writer.
	awaitCompare = `SELECT pg_advisory_xact_lock(7221954)`

	// UNION passes over what it has seen, and so comes to an end in a circle.
	countItself = `WITH RECURSIVE years (id, previous) AS (
			SELECT id, previous FROM reports WHERE id = $1
			UNION SELECT r.id, r.previous FROM reports r JOIN years y ON r.id = y.previous)
		SELECT count(*) FROM years WHERE id = $2`
)

// CompareReport writes a change of a report's previous one, and that one itself
// where it is new.
func (s *Store) CompareReport(ctx context.Context, rep *templates.Report, e templates.Entry,
	last *templates.Begun, r *templates.Receipt) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		if err := writeLast(ctx, tx, last); err != nil {
			return err
		}
		if err := s.precedes(ctx, tx, rep); err != nil {
			return err
		}
		if err := writeUpdate(ctx, tx, rep, e); err != nil {
			return err
		}
		return writeReceipt(ctx, tx, r)
	})
	if errors.Is(err, errReference) {
		return templates.ErrNotFound
	}
	return err
}

// precedes gives ErrCircular where the previous report is the report itself, or
// follows it.
func (s *Store) precedes(ctx context.Context, tx *sql.Tx, rep *templates.Report) error {
	if s.pool != nil {
		if _, err := exec(ctx, tx, awaitCompare); err != nil {
			return err
		}
	}
	var n int
	if err := tx.QueryRowContext(ctx, countItself, rep.Previous, rep.ID).Scan(&n); err != nil {
		return err
	}
	if n > 0 {
		return templates.ErrCircular
	}
	return nil
}
