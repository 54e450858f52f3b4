package sqlstore

import (
	"context"
	"testing"

	"reportfill/templates"
	"reportfill/templates/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) templates.Store { return open(t, t.TempDir()) })
}

func TestPostgres(t *testing.T) {
	storetest.Run(t, func(t *testing.T) templates.Store { return open(t, storetest.Postgres(t)) })
}

// databases runs a test on each database: dsn gives an empty one.
func databases(t *testing.T, run func(t *testing.T, dsn string)) {
	t.Run("sqlite", func(t *testing.T) { run(t, t.TempDir()) })
	t.Run("postgres", func(t *testing.T) { run(t, storetest.Postgres(t)) })
}

// open opens a store that is closed with the test.
func open(t *testing.T, dsn string) *Store {
	t.Helper()
	s, err := Open(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}
