package sqlstore

import (
	"context"
	"strings"
	"testing"

	"reportfill/templates"
	"reportfill/templates/storetest"
)

// TestGuards holds that the database itself refuses to change what must not.
func TestGuards(t *testing.T) {
	databases(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		storetest.Finished(t, s)
		for _, test := range []struct{ query, want string }{
			{`UPDATE template_versions SET title = 'x'`, "a template version never changes"},
			{`UPDATE documents SET sha256 = 'x'`, "a document never changes"},
			{`UPDATE reports SET title = 'x' WHERE status = 'final'`, "a final report never changes"},
			{`UPDATE history SET action = 'x'`, "history is append-only"},
			{`DELETE FROM history`, "history is append-only"},
			{`UPDATE finals SET manifest = 'x'`, "a final report never changes"},
			{`DELETE FROM finals`, "a final report never changes"},
			{`DELETE FROM history WHERE report_id IN (SELECT id FROM reports WHERE status = 'draft')`, "history is append-only"},
			{`DELETE FROM reports`, "a final report never changes"},
			{`DELETE FROM documents`, "foreign key"},
			{`UPDATE reports SET status = 'odd' WHERE status <> 'final'`, "check"},
		} {
			_, err := s.writer.Exec(test.query)
			if err == nil || !strings.Contains(strings.ToLower(err.Error()), test.want) {
				t.Errorf("%s: got %v, want %q", test.query, err, test.want)
			}
		}
	})
}

// TestReopen holds that what is there is there again after the store was closed.
func TestReopen(t *testing.T) {
	databases(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		s, err := Open(ctx, dsn)
		if err != nil {
			t.Fatal(err)
		}
		id := storetest.Finished(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		again := open(t, dsn)
		if err := again.Ready(ctx); err != nil {
			t.Errorf("Ready after it was opened again: %v", err)
		}
		rep, err := again.Report(ctx, id)
		if err != nil || rep.Status != templates.StatusFinal {
			t.Errorf("report after it was opened again: got %v, %v, want a final one", rep, err)
		}
	})
}
