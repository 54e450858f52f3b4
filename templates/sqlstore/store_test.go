package sqlstore

import (
	"context"
	"os"
	"strings"
	"testing"

	"reportfill/templates"
	"reportfill/templates/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t *testing.T) templates.Store { return open(t, t.TempDir()) })
}

func TestPostgres(t *testing.T) {
	base := postgresDSN(t)
	storetest.Run(t, func(t *testing.T) templates.Store { return open(t, schemaDSN(t, base)) })
}

// databases runs a test on each database: dsn gives an empty one.
func databases(t *testing.T, run func(t *testing.T, dsn string)) {
	t.Run("sqlite", func(t *testing.T) { run(t, t.TempDir()) })
	t.Run("postgres", func(t *testing.T) { run(t, schemaDSN(t, postgresDSN(t))) })
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

// postgresDSN gives the server of REPORTFILL_TEST_POSTGRES, a postgres:// URL of
// a database in which the user may create schemas. Without it the test is
// skipped, or fails where REPORTFILL_TEST_REQUIRE names postgres.
func postgresDSN(t *testing.T) string {
	t.Helper()
	dsn := os.Getenv("REPORTFILL_TEST_POSTGRES")
	if dsn == "" {
		const why = "set REPORTFILL_TEST_POSTGRES to the postgres:// URL of a database for tests"
		if strings.Contains(os.Getenv("REPORTFILL_TEST_REQUIRE"), "postgres") {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	return dsn
}
