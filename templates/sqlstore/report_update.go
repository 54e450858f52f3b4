package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"reportfill/templates"
)

const (
	updateReport = `UPDATE reports SET status = $3, progress = $4, waiting = $5,
		updated = $6, updated_by = $7, held = $8, previous = $9, revision = $2
		WHERE id = $1 AND revision = $2 - 1 AND status <> 'final'`

	selectStatus = `SELECT status FROM reports WHERE id = $1`

	insertFinal = `INSERT INTO finals (report_id, sha256, size, manifest) VALUES ($1, $2, $3, $4)`
)

// UpdateReport writes what a change left of a report and appends its entry.
func (s *Store) UpdateReport(ctx context.Context, rep *templates.Report, e templates.Entry) error {
	err := s.change(ctx, func(tx *sql.Tx) error { return writeUpdate(ctx, tx, rep, e) })
	if errors.Is(err, errReference) {
		return templates.ErrNotFound
	}
	return err
}

// FinalizeReport does as UpdateReport and writes the document.
func (s *Store) FinalizeReport(ctx context.Context, rep *templates.Report, e templates.Entry,
	f *templates.Final, docx []byte, r *templates.Receipt) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		if err := writeUpdate(ctx, tx, rep, e); err != nil {
			return err
		}
		if err := writeDocument(ctx, tx, f.SHA256, docx); err != nil {
			return err
		}
		if _, err := exec(ctx, tx, insertFinal, rep.ID, f.SHA256, f.Size, inJSON(&f.Manifest)); err != nil {
			return err
		}
		return writeReceipt(ctx, tx, r)
	})
}

func writeUpdate(ctx context.Context, tx *sql.Tx, rep *templates.Report, e templates.Entry) error {
	n, err := exec(ctx, tx, updateReport, rep.ID, rep.Revision, rep.Status, inJSON(&rep.Progress),
		waiting(rep), inJSON(&rep.Updated), rep.Updated.Name, inJSON(&rep.Values), previous(rep))
	if err != nil {
		return err
	}
	if n == 0 {
		return whyNotUpdated(ctx, tx, rep.ID)
	}
	return writeEntry(ctx, tx, rep.ID, e)
}

func whyNotUpdated(ctx context.Context, tx *sql.Tx, id string) error {
	var status templates.Status
	if err := tx.QueryRowContext(ctx, selectStatus, id).Scan(&status); err != nil {
		return err
	}
	if status == templates.StatusFinal {
		return templates.ErrFinal
	}
	return templates.ErrStale
}
