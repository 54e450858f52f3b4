package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"reportfill/templates"
)

const (
	insertReport = `INSERT INTO reports (id, title, template_id, template_version, previous, status,
		progress, waiting, revision, created, updated, updated_by, held)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`

	insertEntry = `INSERT INTO history (report_id, revision, action, source, changes, previous)
		VALUES ($1, $2, $3, $4, $5, $6)`
)

// InsertReport writes a report with its first entry, and its previous one before.
func (s *Store) InsertReport(ctx context.Context, rep *templates.Report, e templates.Entry,
	last *templates.Begun, r *templates.Receipt) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		if err := writeLast(ctx, tx, last); err != nil {
			return err
		}
		if err := writeReport(ctx, tx, rep, e); err != nil {
			return err
		}
		return writeReceipt(ctx, tx, r)
	})
	if errors.Is(err, errReference) {
		return templates.ErrNotFound
	}
	return err
}

func writeReport(ctx context.Context, tx *sql.Tx, rep *templates.Report, e templates.Entry) error {
	_, err := exec(ctx, tx, insertReport, rep.ID, rep.Title, rep.Template.ID, rep.Template.Version,
		previous(rep), rep.Status,
		inJSON(&rep.Progress), waiting(rep), rep.Revision,
		inJSON(&rep.Created), inJSON(&rep.Updated), rep.Updated.Name, inJSON(&rep.Values))
	if err != nil {
		return err
	}
	return writeEntry(ctx, tx, rep.ID, e)
}

func writeLast(ctx context.Context, tx *sql.Tx, last *templates.Begun) error {
	if last == nil {
		return nil
	}
	return writeReport(ctx, tx, last.Report, last.Entry)
}

func writeEntry(ctx context.Context, tx *sql.Tx, report string, e templates.Entry) error {
	_, err := exec(ctx, tx, insertEntry, report, e.Revision, e.Action, inJSON(&e.Source), inJSON(&e.Changes), e.Previous)
	return err
}

// previous is the column that refers to last year's report.
func previous(rep *templates.Report) sql.NullString {
	return sql.NullString{String: rep.Previous, Valid: rep.Previous != ""}
}

// waiting is the column that ReportQuery.Waiting searches: a JSON array, so
// that an owner is found between its quotation marks.
func waiting(rep *templates.Report) any {
	owners := rep.Progress.Waiting
	if owners == nil {
		owners = []string{}
	}
	return inJSON(&owners)
}
