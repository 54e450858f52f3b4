package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// FileName is the name of the SQLite database in its folder.
const FileName = "reportfill.db"

const readers = 4

//go:embed migrations
var migrations embed.FS

func connectSQLite(ctx context.Context, folder string) (*Store, error) {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return nil, err
	}
	path, err := filepath.Abs(filepath.Join(folder, FileName))
	if err != nil {
		return nil, err
	}
	if err := touch(path); err != nil {
		return nil, err
	}
	writer, err := openSQLite(ctx, path, "_txlock=immediate&_journal_mode=WAL", 1)
	if err != nil {
		return nil, err
	}
	reader, err := openSQLite(ctx, path, "_query_only=1", readers)
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	s := &Store{writer: writer, reader: reader}
	if s.file, err = watch(path); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if s.migrations, err = provide(goose.DialectSQLite3, writer, "sqlite"); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// openSQLite opens a pool and one connection of it. Idle connections stay: a
// database without any gives its log up, which costs a checkpoint.
func openSQLite(ctx context.Context, path, settings string, conns int) (*sql.DB, error) {
	name := url.URL{Scheme: "file", Path: path, RawQuery: settings +
		"&_busy_timeout=5000&_foreign_keys=on&_synchronous=FULL&_dqs=0"}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	if err := pingSQLite(ctx, db); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), db.Close())
	}
	return db, nil
}

// pingSQLite opens a connection, again where another process is in the way: the change
// to a write-ahead log, unlike all other writes, does not wait for its turn
// (https://www.sqlite.org/wal.html).
func pingSQLite(ctx context.Context, db *sql.DB) error {
	const pause, tries = 20 * time.Millisecond, 250
	for try := 1; ; try++ {
		err := db.PingContext(ctx)
		if !isBusy(err) || try == tries {
			return err
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return err
		}
	}
}

func provide(d goose.Dialect, db *sql.DB, folder string, o ...goose.ProviderOption) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations/"+folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(d, db, files, append(o, goose.WithDisableGlobalRegistry(true))...)
}
