package sqlstore

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// schemaDSN gives the DSN of a schema of its own, which goes with the test.
func schemaDSN(t *testing.T, dsn string) string {
	t.Helper()
	name := "test_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	query := func(sql string) {
		ctx := context.Background()
		conn, err := pgx.Connect(ctx, dsn)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(ctx)
		if _, err := conn.Exec(ctx, sql); err != nil {
			t.Fatal(err)
		}
	}
	query("CREATE SCHEMA " + name)
	t.Cleanup(func() { query("DROP SCHEMA " + name + " CASCADE") })
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	q.Set("application_name", name)
	u.RawQuery = q.Encode()
	return u.String()
}

// settle waits until the server has ended the connections of a process that was
// killed: what that sent last may be committed after its death.
func settle(t *testing.T, dsn string) {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil || u.Scheme == "" {
		return // SQLite writes in the process itself
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	q := u.Query()
	name := q.Get("application_name")
	q.Set("application_name", "settle")
	u.RawQuery = q.Encode()
	conn, err := pgx.Connect(ctx, u.String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	for left := 1; left > 0; time.Sleep(5 * time.Millisecond) {
		query := "SELECT count(*) FROM pg_stat_activity WHERE application_name = $1"
		if err := conn.QueryRow(ctx, query, name).Scan(&left); err != nil {
			t.Fatal(err)
		}
	}
}
