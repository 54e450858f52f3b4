package sqlstore

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"reportfill/templates"
	"reportfill/templates/storetest"
)

func TestBackupAndRestore(t *testing.T) {
	ctx := context.Background()
	source := t.TempDir()
	s := open(t, source)
	id := storetest.Finished(t, s)
	backup := filepath.Join(t.TempDir(), "copy 备份.db")
	if err := Backup(ctx, source, backup); err != nil {
		t.Fatal(err)
	}
	addToken(t, s, "late")
	if err := Backup(ctx, source, backup); !errors.Is(err, fs.ErrExist) {
		t.Errorf("backup over a file: got %v, want %v", err, fs.ErrExist)
	}

	before, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "data")
	if err := Restore(ctx, backup, folder); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(backup)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the backup was changed by the restore (%v)", err)
	}
	if err := Restore(ctx, backup, folder); !errors.Is(err, fs.ErrExist) {
		t.Errorf("restore over a database: got %v, want %v", err, fs.ErrExist)
	}
	restored := open(t, folder)
	rep, err := restored.Report(ctx, id)
	if err != nil || rep.Status != templates.StatusFinal {
		t.Errorf("restored report: got %v, %v", rep, err)
	}
	if got, err := restored.Tokens(ctx); err != nil || len(got) != 0 {
		t.Errorf("tokens of after the backup: got %v, %v, want none", got, err)
	}
	for _, path := range []string{backup, filepath.Join(folder, FileName)} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: got %v, %v, want a file that its user alone reads", path, info, err)
		}
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(backup), "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("files beside the backup: %v, %v", left, err)
	}
}

func TestBackupOfPostgres(t *testing.T) {
	path := filepath.Join(t.TempDir(), "copy")
	if err := Backup(context.Background(), "postgres://127.0.0.1:1/none", path); !errors.Is(err, ErrNotSQLite) {
		t.Errorf("got %v, want %v", err, ErrNotSQLite)
	}
}

// A folder without a database stays as it is.
func TestBackupOfNothing(t *testing.T) {
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "copy")
	if err := Backup(context.Background(), folder, path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want %v", err, fs.ErrNotExist)
	}
	for _, name := range []string{path, filepath.Join(folder, FileName)} {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: got %v, want %v", name, err, fs.ErrNotExist)
		}
	}
}

func TestCheck(t *testing.T) {
	ctx := context.Background()
	for _, test := range []struct {
		name  string
		spoil string
		want  error
	}{
		{"whole", ``, nil},
		{"document", `DROP TRIGGER documents_fixed; UPDATE documents SET content = X'00'`, templates.ErrDamaged},
		{"reference", `PRAGMA foreign_keys = OFF; DELETE FROM template_versions`, templates.ErrDamaged},
		{"no store", `DROP TABLE goose_db_version`, templates.ErrDamaged},
		{"newer service", `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`, ErrNewer},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := t.TempDir()
			s := open(t, source)
			storetest.Finished(t, s)
			if _, err := s.writer.Exec(test.spoil); err != nil {
				t.Fatal(err)
			}
			copied := filepath.Join(t.TempDir(), "copy.db")
			if err := Backup(ctx, source, copied); err != nil {
				t.Fatal(err)
			}
			if err := Check(ctx, copied); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

func TestCheckOfOtherFiles(t *testing.T) {
	ctx := context.Background()
	source := t.TempDir()
	storetest.Finished(t, open(t, source))
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := Backup(ctx, source, path); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	torn := bytes.Clone(whole)
	for i := 5000; i < 9000; i++ {
		torn[i] ^= 0x5a
	}
	for name, content := range map[string][]byte{
		"text": []byte("no database at all"), "empty": nil, "cut off": whole[:len(whole)/2], "torn": torn,
	} {
		path := filepath.Join(t.TempDir(), "other")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Check(ctx, path); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := Check(ctx, filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: got %v, want %v", err, fs.ErrNotExist)
	}
}
