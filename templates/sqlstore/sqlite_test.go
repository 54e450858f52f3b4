package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"reportfill/templates"
)

func TestSQLiteSettings(t *testing.T) {
	s := open(t, t.TempDir())
	type settings struct {
		Journal                          string
		Synchronous, Foreign, Busy, Only int
	}
	for _, test := range []struct {
		name string
		db   *sql.DB
		want settings
	}{
		{"writer", s.writer, settings{"wal", 2, 1, 5000, 0}},
		{"reader", s.reader, settings{"wal", 2, 1, 5000, 1}},
	} {
		var got settings
		for pragma, to := range map[string]any{
			"journal_mode": &got.Journal, "synchronous": &got.Synchronous, "foreign_keys": &got.Foreign,
			"busy_timeout": &got.Busy, "query_only": &got.Only,
		} {
			if err := test.db.QueryRow("PRAGMA " + pragma).Scan(to); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestSQLiteOddFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "数据 100%?#&_pragma=x")
	s := open(t, folder)
	addToken(t, s, "a")
	for _, name := range []string{FileName, FileName + "-wal"} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: got %v, %v, want a file that its user alone reads", name, info, err)
		}
	}
}

// A file that was moved away is unavailable, and is used again once it is back.
func TestSQLiteMovedFile(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	s := open(t, folder)
	addToken(t, s, "a")
	path, away := filepath.Join(folder, FileName), filepath.Join(folder, "away")
	move(t, path, away)
	if err := s.Ready(ctx); !errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("Ready without the file: got %v, want %v", err, templates.ErrUnavailable)
	}
	if err := s.InsertToken(ctx, token("b")); !errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("insert without the file: got %v, want %v", err, templates.ErrUnavailable)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.InsertToken(ctx, token("b")); !errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("insert beside another file: got %v, want %v", err, templates.ErrUnavailable)
	}
	move(t, away, path)
	addToken(t, s, "b")
	if err := s.Ready(ctx); err != nil {
		t.Errorf("Ready with the file again: %v", err)
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// max_page_count is to SQLite what a full disk is: SQLITE_FULL.
func TestSQLiteFullDisk(t *testing.T) {
	ctx := context.Background()
	s := open(t, t.TempDir())
	addToken(t, s, "a")
	var pages int
	for _, pragma := range []string{"PRAGMA page_count", "PRAGMA max_page_count = 1"} {
		if err := s.writer.QueryRow(pragma).Scan(&pages); err != nil {
			t.Fatal(err)
		}
	}
	big := token("big")
	big.Name = strings.Repeat("长", 10_000)
	if err := s.InsertToken(ctx, big); !errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("insert on a full disk: got %v, want %v", err, templates.ErrUnavailable)
	}
	got, err := s.Tokens(ctx)
	if err != nil || len(got) != 1 {
		t.Errorf("tokens on a full disk: got %v, %v, want the first", got, err)
	}
	if err := s.writer.QueryRow("PRAGMA max_page_count = 1000000").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if err := s.InsertToken(ctx, big); err != nil {
		t.Errorf("insert with room again: %v", err)
	}
}

// Another process that writes, such as the one that adds a token, is waited for.
func TestSQLiteSecondProcess(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	first, second := open(t, folder), open(t, folder)
	tx, err := first.writer.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(50*time.Millisecond, func() { _ = tx.Rollback() })
	addToken(t, second, "a")
	if got, err := first.Tokens(ctx); err != nil || len(got) != 1 {
		t.Errorf("tokens in the first process: got %v, %v, want one", got, err)
	}
}

func addToken(t *testing.T, s *Store, id string) {
	t.Helper()
	if err := s.InsertToken(context.Background(), token(id)); err != nil {
		t.Fatal(err)
	}
}

func token(id string) *templates.Token {
	return &templates.Token{ID: id, Name: "国库系统", Role: templates.RoleSystem, Hash: "hash-" + id, CreatedAt: time.Unix(1, 0).UTC()}
}
