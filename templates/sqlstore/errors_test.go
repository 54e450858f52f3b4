package sqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	sqlite3 "modernc.org/sqlite/lib"

	"reportfill/templates"
)

func TestKindOfSQLite(t *testing.T) {
	for _, test := range []struct {
		code int
		want error
	}{
		{sqlite3.SQLITE_CONSTRAINT_UNIQUE, templates.ErrConflict},
		{sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, templates.ErrConflict},
		{sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, errReference},
		{sqlite3.SQLITE_CONSTRAINT_CHECK, nil},
		{sqlite3.SQLITE_CONSTRAINT_TRIGGER, nil},
		{sqlite3.SQLITE_ERROR, nil},
		{sqlite3.SQLITE_MISUSE, nil},
		{sqlite3.SQLITE_FULL, templates.ErrUnavailable},
		{sqlite3.SQLITE_IOERR_FSYNC, templates.ErrUnavailable},
		{sqlite3.SQLITE_BUSY_SNAPSHOT, templates.ErrUnavailable},
		{sqlite3.SQLITE_READONLY_DBMOVED, templates.ErrUnavailable},
		{sqlite3.SQLITE_CORRUPT, templates.ErrUnavailable},
	} {
		if got := kindOfSQLite(test.code); got != test.want {
			t.Errorf("code %d: got %v, want %v", test.code, got, test.want)
		}
	}
}

func TestFailure(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	odd := errors.New("odd")
	for _, test := range []struct {
		ctx  context.Context
		err  error
		want error
	}{
		{context.Background(), &pgconn.PgError{Code: "23505"}, templates.ErrConflict},
		{context.Background(), &pgconn.PgError{Code: "23503"}, errReference},
		{context.Background(), &pgconn.PgError{Code: "53100"}, templates.ErrUnavailable}, // disk_full
		{context.Background(), &pgconn.PgError{Code: "57P01"}, templates.ErrUnavailable}, // admin_shutdown
		{context.Background(), &pgconn.PgError{Code: "57P03"}, templates.ErrUnavailable}, // cannot_connect_now
		{context.Background(), &pgconn.PgError{Code: "40P01"}, templates.ErrUnavailable}, // deadlock_detected
		{context.Background(), &pgconn.PgError{Code: "25006"}, templates.ErrUnavailable}, // read_only_sql_transaction
		{context.Background(), sql.ErrNoRows, templates.ErrNotFound},
		{context.Background(), driver.ErrBadConn, templates.ErrUnavailable},
		{context.Background(), io.ErrUnexpectedEOF, templates.ErrUnavailable},
		{context.Background(), &net.OpError{Op: "dial", Err: odd}, templates.ErrUnavailable},
		{context.Background(), odd, odd},
		{ended, odd, context.Canceled},
		{ended, sql.ErrNoRows, context.Canceled},
	} {
		got := failure(test.ctx, fmt.Errorf("wrapped: %w", test.err))
		if !errors.Is(got, test.want) {
			t.Errorf("%v: got %v, want %v", test.err, got, test.want)
		}
		if test.err != sql.ErrNoRows && !errors.Is(got, test.err) {
			t.Errorf("%v: got %v, which does not wrap it", test.err, got)
		}
	}
	for _, plain := range []error{odd, &pgconn.PgError{Code: "42601"}, &pgconn.PgError{}} {
		if got := failure(context.Background(), plain); got != plain {
			t.Errorf("%v: got %v, want itself", plain, got)
		}
	}
}
