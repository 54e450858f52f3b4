package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// file is the SQLite database as it was opened. SQLite goes on writing to a
// file that was removed or replaced under it, and all of that is lost: so the
// name is compared with the open file before each write.
type file struct {
	path string
	info os.FileInfo
}

func watch(path string) (*file, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	return &file{path: path, info: info}, nil
}

// touch makes an empty file, if none is there, that nobody else may read: it
// will hold figures that are not public yet. SQLite gives its log the same mode.
func touch(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// flush brings a file or a folder to the disk.
func flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// present gives ErrUnavailable where the file is no longer under its name.
// A nil file is always present.
func (f *file) present() error {
	if f == nil {
		return nil
	}
	now, err := os.Stat(f.path)
	if err != nil {
		return unavailable(context.Background(), err)
	}
	if !os.SameFile(f.info, now) {
		return unavailable(context.Background(), fmt.Errorf("%s was replaced: restart the service to use the new file", f.path))
	}
	return nil
}
