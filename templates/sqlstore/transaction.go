package sqlstore

import (
	"context"
	"database/sql"
	"errors"
)

// change runs f in one transaction of the writer. Where f fails, nothing of it
// is left.
func (s *Store) change(ctx context.Context, f func(*sql.Tx) error) error {
	if err := s.file.present(); err != nil {
		return err
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return failure(ctx, err)
	}
	if err := f(tx); err != nil {
		_ = tx.Rollback() // the first error is the one that tells
		return failure(ctx, err)
	}
	return failure(ctx, tx.Commit())
}

// exec runs a statement and gives the number of rows that it changed.
func exec(ctx context.Context, tx *sql.Tx, query string, args ...any) (int64, error) {
	res, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// list runs a query and scans each row.
func list[T any](ctx context.Context, db *sql.DB, scan func(row, *T) error, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, failure(ctx, err)
	}
	defer rows.Close()
	var items []T
	for rows.Next() {
		var item T
		if err := scan(rows, &item); err != nil {
			return nil, failure(ctx, err)
		}
		items = append(items, item)
	}
	return items, failure(ctx, errors.Join(rows.Err(), rows.Close()))
}

// row is what can be scanned: *sql.Row and *sql.Rows.
type row interface{ Scan(dest ...any) error }
