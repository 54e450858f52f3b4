package sqlstore

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Restore checks a backup and puts it into a folder that holds no database.
// fs.ErrExist: it holds one. ErrDamaged and the errors of Check.
func Restore(ctx context.Context, backup, folder string) error {
	if err := Check(ctx, backup); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	path := filepath.Join(folder, FileName)
	for _, name := range []string{path, path + "-wal"} { // a log alone would be read into the copy
		if _, err := os.Lstat(name); err == nil {
			return &os.PathError{Op: "restore", Path: name, Err: os.ErrExist}
		}
	}
	part := path + ".part"
	defer os.Remove(part)
	if err := copyFile(backup, part); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return flush(folder)
}

// copyFile copies a file and brings the copy to the disk.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}
