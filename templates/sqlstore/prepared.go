package sqlstore

import (
	"context"
	"database/sql"
	"sync"
)

// prepared holds statements that nearly every request runs, so that SQLite
// parses each but once on a connection: that is most of what they cost. pgx keeps
// statements by itself.
type prepared struct {
	statements sync.Map // text → *sql.Stmt of the reader
}

// queryRow reads one row by a prepared statement. query is one of few constants,
// and finds its row by a key: in SQLite that is over sooner than the driver would
// have set out to watch the context.
func (s *Store) queryRow(ctx context.Context, query string, args ...any) *sql.Row {
	if s.pool != nil {
		return s.reader.QueryRowContext(ctx, query, args...)
	}
	statement, err := s.prepared.statement(ctx, s.reader, query)
	if err != nil {
		return s.reader.QueryRowContext(ctx, query, args...) // and fail as it does
	}
	return statement.QueryRowContext(context.WithoutCancel(ctx), args...)
}

func (p *prepared) statement(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	if s, ok := p.statements.Load(query); ok {
		return s.(*sql.Stmt), nil
	}
	s, err := db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if first, ok := p.statements.LoadOrStore(query, s); ok {
		_ = s.Close() // another request was faster; nothing waits for this one
		return first.(*sql.Stmt), nil
	}
	return s, nil
}
