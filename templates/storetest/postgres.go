package storetest

import (
	"context"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// Postgres gives the DSN of an empty schema, which goes with the test, on the
// server of REPORTFILL_TEST_POSTGRES: a postgres:// URL of a database in which
// the user may create schemas. The schema is the application name too. Without
// a server the test is skipped, or fails where REPORTFILL_TEST_REQUIRE names
// postgres.
func Postgres(t *testing.T) string {
	t.Helper()
	dsn := os.Getenv("REPORTFILL_TEST_POSTGRES")
	if dsn == "" {
		const why = "set REPORTFILL_TEST_POSTGRES to the postgres:// URL of a database for tests"
		if strings.Contains(os.Getenv("REPORTFILL_TEST_REQUIRE"), "postgres") {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	name := "test_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	query(t, dsn, "CREATE SCHEMA "+name)
	t.Cleanup(func() { query(t, dsn, "DROP SCHEMA "+name+" CASCADE") })
	u, err := url.Parse(dsn)
	must(t, err)
	q := u.Query()
	q.Set("search_path", name)
	q.Set("application_name", name)
	u.RawQuery = q.Encode()
	return u.String()
}

func query(t *testing.T, dsn, sql string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, dsn)
	must(t, err)
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, sql)
	must(t, err)
}
