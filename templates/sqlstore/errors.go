package sqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"reportfill/templates"
)

// errReference is a row that names one which is not there, or one that others
// name and that was to go.
var errReference = errors.New("foreign key")

// failure gives the error that a driver's stands for: ErrNotFound, ErrConflict,
// errReference, ErrUnavailable, the context's error, or itself.
func failure(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("%w: %w", context.Cause(ctx), err)
	case errors.Is(err, sql.ErrNoRows):
		return templates.ErrNotFound
	}
	if kind := kindOf(err); kind != nil {
		return fmt.Errorf("%w: %w", kind, err)
	}
	return err
}

func unavailable(ctx context.Context, err error) error {
	if err := failure(ctx, err); ctx.Err() != nil || errors.Is(err, templates.ErrUnavailable) {
		return err
	}
	return fmt.Errorf("%w: %w", templates.ErrUnavailable, err)
}

func kindOf(err error) error {
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return kindOfSQLite(lite.Code())
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return kindOfPostgres(pg.Code)
	}
	if gone(err) {
		return templates.ErrUnavailable
	}
	return nil
}

// kindOfSQLite goes by result codes; the low byte is the primary one
// (https://www.sqlite.org/rescode.html).
func kindOfSQLite(code int) error {
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return templates.ErrConflict
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return errReference
	}
	switch code & 0xff {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED,
		sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_NOMEM,
		sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return templates.ErrUnavailable
	}
	return nil
}

// isBusy tells that another connection to SQLite is in the way for now.
func isBusy(err error) bool {
	var lite *sqlite.Error
	return errors.As(err, &lite) && lite.Code()&0xff == sqlite3.SQLITE_BUSY
}

// kindOfPostgres goes by SQLSTATE, the first two characters of which are its
// class (PostgreSQL, appendix A).
func kindOfPostgres(state string) error {
	switch state {
	case "23505": // unique_violation
		return templates.ErrConflict
	case "23503": // foreign_key_violation
		return errReference
	case "25006", // read_only_sql_transaction: a standby
		"55P03", // lock_not_available
		"3D000": // invalid_catalog_name: the database was dropped
		return templates.ErrUnavailable
	}
	switch state[:min(2, len(state))] {
	case "08", // connection exception
		"28", // authorization: the server was set up anew
		"40", // serialization failure, deadlock
		"53", // insufficient resources, disk full
		"57", // operator intervention, shutdown
		"58", // system error
		"XX": // internal error
		return templates.ErrUnavailable
	}
	return nil
}

// gone tells whether the connection, or the file, is.
func gone(err error) bool {
	var network net.Error
	var path *os.PathError
	var system syscall.Errno
	return errors.As(err, &network) || errors.As(err, &path) || errors.As(err, &system) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		pgconn.SafeToRetry(err)
}
