package sqlstore

import (
	"context"
	"strconv"

	"reportfill/templates"
)

const (
	countHistory = `SELECT count(*) FROM history WHERE report_id = $1`

	selectHistory = `SELECT revision, action, source, changes, previous FROM history
		WHERE report_id = $1 AND revision > $2 ORDER BY revision LIMIT $3`
)

// History lists the entries of a report, the oldest first.
func (s *Store) History(ctx context.Context, id string, q templates.HistoryQuery) (templates.Page[templates.Entry], error) {
	var none templates.Page[templates.Entry]
	name := "history/" + id
	after, err := revisionFrom(name, q.Cursor)
	if err != nil {
		return none, err
	}
	var total int
	if err := s.reader.QueryRowContext(ctx, countHistory, id).Scan(&total); err != nil {
		return none, failure(ctx, err)
	}
	if total == 0 { // every report has its first entry
		return none, templates.ErrNotFound
	}
	size := limit(q.Limit)
	es, err := list(ctx, s.reader, scanEntry, selectHistory, id, after, size+1)
	if err != nil {
		return none, err
	}
	return turn(es, size, total, name, func(e *templates.Entry) string { return strconv.FormatInt(e.Revision, 10) }), nil
}

func scanEntry(r row, e *templates.Entry) error {
	return r.Scan(&e.Revision, &e.Action, inJSON(&e.Source), inJSON(&e.Changes), &e.Previous)
}

func revisionFrom(list, cursor string) (int64, error) {
	key, err := cursorFrom(list, cursor)
	if err != nil || key == "" {
		return 0, err
	}
	n, err := strconv.ParseInt(key, 10, 64)
	if err != nil {
		return 0, badCursor()
	}
	return n, nil
}
