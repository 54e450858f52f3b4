package sqlstore

import (
	"context"
	"net/url"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

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
