package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestWriteAtomicKeepsLinksAndPermissions(t *testing.T) {
	folder := t.TempDir()
	target, link, fresh := filepath.Join(folder, "target"), filepath.Join(folder, "link"), filepath.Join(folder, "fresh")
	if err := os.WriteFile(target, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("target", link); err != nil {
		t.Fatal(err)
	}
	defer syscall.Umask(syscall.Umask(0o077))
	for _, name := range []string{link, fresh} {
		if err := writeAtomic(name, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]os.FileMode{target: 0o640, link: os.ModeSymlink | 0o777, fresh: 0o600} {
		if is, err := os.Lstat(name); err != nil || is.Mode() != want {
			t.Errorf("%s: mode %v, want %v", filepath.Base(name), is.Mode(), want)
		}
		if text, err := os.ReadFile(name); string(text) != "new" {
			t.Errorf("%s holds %q, %v", filepath.Base(name), text, err)
		}
	}
}

func TestReadMost(t *testing.T) {
	const most = 1 << 20
	if data, err := readMost(strings.NewReader(strings.Repeat("x", most)), most, "values.json"); err != nil || len(data) != most {
		t.Errorf("as much as is read: got %d bytes, %v", len(data), err)
	}
	_, err := readMost(endless{}, most, "values.json")
	var text told
	if !errors.As(err, &text) || text.code != exitProblem || !strings.Contains(text.text.ZH, "values.json 超过 1 MiB") {
		t.Errorf("without end: got %v", err)
	}
}

// endless gives zeros without end, as /dev/zero does.
type endless struct{}

func (endless) Read(p []byte) (int, error) { clear(p); return len(p), nil }
