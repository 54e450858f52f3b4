package sqlstore

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/pressly/goose/v3"

	"reportfill/templates"
)

// ErrNewer is a database that a newer service wrote.
var ErrNewer = errors.New("written by a newer service")

const (
	integrity = `PRAGMA integrity_check`

	references = `SELECT count(*) FROM pragma_foreign_key_check`

	selectVersion = `SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version WHERE is_applied = 1`

	selectDocuments = `SELECT sha256, content FROM documents`
)

// Check reads a SQLite database file, without changing it, and tells whether a
// service can go on with it: its pages and references are whole, each document
// matches its hash, and its migrations are known here.
func Check(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		return err
	}
	db, err := openSQLite(ctx, path, "mode=ro&immutable=1", 1)
	if err != nil {
		return failure(ctx, err)
	}
	defer db.Close()
	for _, check := range []func(context.Context, *sql.DB) error{checkPages, checkReferences, checkVersion, checkDocuments} {
		if err := check(ctx, db); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

func checkPages(ctx context.Context, db *sql.DB) error {
	lines, err := list(ctx, db, func(r row, line *string) error { return r.Scan(line) }, integrity)
	if err == nil && (len(lines) != 1 || lines[0] != "ok") {
		err = fmt.Errorf("%w: %s", templates.ErrDamaged, strings.Join(lines, "; "))
	}
	return err
}

func checkReferences(ctx context.Context, db *sql.DB) error {
	var n int
	if err := db.QueryRowContext(ctx, references).Scan(&n); err != nil {
		return failure(ctx, err)
	}
	if n > 0 {
		return fmt.Errorf("%w: %d rows refer to rows that are not there", templates.ErrDamaged, n)
	}
	return nil
}

// checkVersion refuses a database that a newer service wrote.
func checkVersion(ctx context.Context, db *sql.DB) error {
	var written int64
	if err := db.QueryRowContext(ctx, selectVersion).Scan(&written); err != nil {
		return fmt.Errorf("%w: not a store of this service: %w", templates.ErrDamaged, err)
	}
	known, err := latestMigration("sqlite")
	if err == nil && written > known {
		err = fmt.Errorf("%w: its migration is %d, this service knows %d", ErrNewer, written, known)
	}
	return err
}

func latestMigration(folder string) (int64, error) {
	names, err := fs.Glob(migrations, "migrations/"+folder+"/*.sql")
	if err != nil {
		return 0, err
	}
	return goose.NumericComponent(names[len(names)-1])
}

func checkDocuments(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, selectDocuments)
	if err != nil {
		return failure(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		var want string
		var content sql.RawBytes
		if err := rows.Scan(&want, &content); err != nil {
			return failure(ctx, err)
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != want {
			return fmt.Errorf("%w: document %s", templates.ErrDamaged, want)
		}
	}
	return failure(ctx, rows.Err())
}
