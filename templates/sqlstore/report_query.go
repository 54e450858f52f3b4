package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"

	"reportfill/templates"
)

const (
	selectReport = `SELECT id, title, template_id, template_version, previous, status,
		progress, revision, created, updated, held FROM reports WHERE id = $1`

	chosenReports = ` FROM reports
		WHERE ($1 = '' OR status = $1)
		AND ($2 = '' OR template_id = $2)
		AND ($3 = 0 OR template_version = $3)
		AND ($4 = '' OR lower(title) LIKE lower($4) ESCAPE '\')
		AND ($5 = '' OR updated_by = $5)
		AND ($6 = '' OR waiting LIKE $6 ESCAPE '\')`

	countReports = `SELECT count(*)` + chosenReports

	selectReports = `SELECT id, title, template_id, template_version, previous, status,
		progress, revision, created, updated` + chosenReports + `
		AND ($7 = '' OR id < $7) ORDER BY id DESC LIMIT $8`

	selectFinal = `SELECT report_id, sha256, size, manifest FROM finals WHERE report_id = $1`
)

// Report gives a report with its values.
func (s *Store) Report(ctx context.Context, id string) (*templates.Report, error) {
	var rep templates.Report
	r := s.reader.QueryRowContext(ctx, selectReport, id)
	if err := r.Scan(append(heading(&rep), inJSON(&rep.Values))...); err != nil {
		return nil, failure(ctx, err)
	}
	return &rep, nil
}

const reportList = "reports"

// Reports lists reports without their values.
func (s *Store) Reports(ctx context.Context, q templates.ReportQuery) (templates.Page[templates.Report], error) {
	var none templates.Page[templates.Report]
	before, err := cursorFrom(reportList, q.Cursor)
	if err != nil {
		return none, err
	}
	owner, err := quoted(q.Waiting)
	if err != nil {
		return none, err
	}
	filter := []any{q.Status, q.Template.ID, q.Template.Version, containing(q.Text), q.UpdatedBy, containing(owner)}
	var total int
	if err := s.reader.QueryRowContext(ctx, countReports, filter...).Scan(&total); err != nil {
		return none, failure(ctx, err)
	}
	size := limit(q.Limit)
	reps, err := list(ctx, s.reader, func(r row, rep *templates.Report) error { return r.Scan(heading(rep)...) },
		selectReports, append(filter, before, size+1)...)
	if err != nil {
		return none, err
	}
	return turn(reps, size, total, reportList, func(rep *templates.Report) string { return rep.ID }), nil
}

// Final gives what is kept of a final report.
func (s *Store) Final(ctx context.Context, id string) (*templates.Final, error) {
	var f templates.Final
	r := s.reader.QueryRowContext(ctx, selectFinal, id)
	if err := r.Scan(&f.Report, &f.SHA256, &f.Size, inJSON(&f.Manifest)); err != nil {
		return nil, failure(ctx, err)
	}
	return &f, nil
}

// heading is where the columns of a report go, those of its values aside.
func heading(rep *templates.Report) []any {
	return []any{&rep.ID, &rep.Title, &rep.Template.ID, &rep.Template.Version, orEmpty{&rep.Previous},
		&rep.Status, inJSON(&rep.Progress), &rep.Revision, inJSON(&rep.Created), inJSON(&rep.Updated)}
}

// orEmpty is a text column that may be null.
type orEmpty struct{ s *string }

// Scan reads the text.
func (c orEmpty) Scan(src any) error {
	var s sql.NullString
	err := s.Scan(src)
	*c.s = s.String
	return err
}

// quoted gives the owner as it stands in the column waiting; empty if empty.
func quoted(owner string) (string, error) {
	if owner == "" {
		return "", nil
	}
	text, err := json.Marshal(owner)
	return string(text), err
}
