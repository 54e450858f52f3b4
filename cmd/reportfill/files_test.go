package main

import (
	"io"
	"os"
	"path/filepath"
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
