package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pressly/goose/v3"

	"reportfill/templates"
)

// Store keeps everything in one SQL database.
type Store struct {
	writer     *sql.DB
	reader     *sql.DB // the writer itself on PostgreSQL
	prepared   prepared
	latest     latest // of SQLite
	migrations *goose.Provider
	file       *file         // nil on PostgreSQL
	pool       *pgxpool.Pool // nil on SQLite
}

var _ templates.Store = (*Store)(nil)

// Open opens the database and brings its tables up to date. dsn is a folder,
// made if it is not there, for SQLite, or a postgres:// URL. A URL may carry the
// settings of the pool, such as pool_max_conns. ErrUnavailable.
func Open(ctx context.Context, dsn string) (*Store, error) {
	s, err := connect(ctx, dsn)
	if err != nil {
		return nil, failure(ctx, err)
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(failure(ctx, err), s.Close())
	}
	return s, nil
}

// migrate brings the tables up to date. Processes that start together take
// turns on PostgreSQL. On SQLite all but one fail, whole, in the transaction of
// a migration, and find it done when they try again.
func (s *Store) migrate(ctx context.Context) error {
	if pending, err := s.migrations.HasPending(ctx); err == nil && !pending {
		return nil
	}
	const tries = 10
	for try := 1; ; try++ {
		_, err := s.migrations.Up(ctx)
		if err == nil || s.file == nil || try == tries {
			return err
		}
	}
}

func connect(ctx context.Context, dsn string) (*Store, error) {
	if IsPostgres(dsn) {
		return connectPostgres(ctx, dsn)
	}
	return connectSQLite(ctx, dsn)
}

// IsPostgres tells the URL of a PostgreSQL from the folder of an SQLite.
func IsPostgres(dsn string) bool {
	return strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://")
}

// Pools are the pools of connections by their purpose, for those who count them.
func (s *Store) Pools() map[string]*sql.DB {
	if s.reader == s.writer {
		return map[string]*sql.DB{"postgres": s.writer}
	}
	return map[string]*sql.DB{"sqlite_writer": s.writer, "sqlite_reader": s.reader}
}

// Ready tells whether the database answers and has all migrations.
func (s *Store) Ready(ctx context.Context) error {
	if err := s.file.present(); err != nil {
		return err
	}
	pending, err := s.migrations.HasPending(ctx)
	if err != nil {
		return unavailable(ctx, err)
	}
	if pending {
		return unavailable(ctx, errors.New("migrations are pending: restart the service to apply them"))
	}
	return nil
}

// Close lets the database go.
func (s *Store) Close() error {
	if s.pool != nil {
		defer s.pool.Close()
		return s.writer.Close()
	}
	return errors.Join(s.reader.Close(), s.writer.Close())
}
