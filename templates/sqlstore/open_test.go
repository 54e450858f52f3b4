package sqlstore

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"reportfill/templates"
)

// TestOpenAtOnce holds that processes which start together over an empty
// database all come up.
func TestOpenAtOnce(t *testing.T) {
	databases(t, func(t *testing.T, dsn string) {
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				s, err := Open(context.Background(), dsn)
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Ready(context.Background()); err != nil {
					t.Error(err)
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
	})
}

func TestOpenRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, FileName), []byte("this is no database, whatever its name says"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dsn := range []string{file, other, "postgres://127.0.0.1:1/none?connect_timeout=1"} {
		if s, err := Open(context.Background(), dsn); !errors.Is(err, templates.ErrUnavailable) {
			t.Errorf("Open(%q): got %v, %v, want %v", dsn, s, err, templates.ErrUnavailable)
		}
	}
	if s, err := Open(context.Background(), "postgres://%zz"); err == nil || errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("Open of no URL: got %v, %v, want an error of its own", s, err)
	}
}
