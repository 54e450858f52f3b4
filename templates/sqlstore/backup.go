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

// Backup writes a consistent copy of the running database to a file that must
// not be there. The copy has reached the disk, and stands under its name only
// once it is whole. ErrNotSQLite; fs.ErrExist; ErrUnavailable.
func (s *Store) Backup(ctx context.Context, path string) error {
	if s.file == nil {
		return ErrNotSQLite
	}
	if err := s.file.present(); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &os.PathError{Op: "backup", Path: path, Err: os.ErrExist}
	}
	part := path + ".part"
	defer os.Remove(part)
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := touch(part); err != nil {
		return err
	}
	// A connection of its own: the readers may not write, even elsewhere, and
	// the writer is not to wait.
	db, err := openSQLite(ctx, s.file.path, "", 1)
	if err != nil {
		return failure(ctx, err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, vacuumInto, part); err != nil {
		return failure(ctx, err)
	}
	if err := flush(part); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return flush(filepath.Dir(path))
}
