package sqlstore

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// ErrNotSQLite is for what only SQLite does; PostgreSQL has pg_dump for it.
var ErrNotSQLite = errors.New("the store is not SQLite: use the database's own backup")

const vacuumInto = `VACUUM INTO $1`

// Backup writes a consistent copy of the database that dsn names, as Open does,
// to a file that must not be there. A service may go on writing meanwhile; the
// database keeps its tables as they are. The copy has reached the disk, and
// stands under its name only once it is whole. ErrNotSQLite; fs.ErrExist;
// fs.ErrNotExist: there is no database; ErrUnavailable.
func Backup(ctx context.Context, dsn, path string) error {
	if IsPostgres(dsn) {
		return ErrNotSQLite
	}
	if _, err := os.Lstat(path); err == nil {
		return &os.PathError{Op: "backup", Path: path, Err: os.ErrExist}
	}
	database, err := filepath.Abs(filepath.Join(dsn, FileName))
	if err != nil {
		return err
	}
	if _, err := os.Stat(database); err != nil {
		return err
	}
	part := path + ".part"
	defer os.Remove(part)
	if err := copyInto(ctx, database, part); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return flush(filepath.Dir(path))
}

// copyInto makes a file anew, a copy of the database that has reached the disk.
func copyInto(ctx context.Context, database, path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := touch(path); err != nil {
		return err
	}
	db, err := openSQLite(ctx, database, "mode=rw", 1)
	if err != nil {
		return failure(ctx, err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, vacuumInto, path); err != nil {
		return failure(ctx, err)
	}
	return flush(path)
}
