package api

import (
	"os"
	"path/filepath"
	"testing"
)

// TestVanishedDatabase holds that requests are refused while the database is gone,
// and served again once it is back.
func TestVanishedDatabase(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{"city": "淮州"}`)
	away := filepath.Join(t.TempDir(), "away")
	if err := os.Rename(s.folder, away); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{"id": id}
	run(t, s, names, []scenario{
		{name: "ready", method: "GET", path: "/readyz", status: 503, contains: []string{`"code":"unavailable"`}},
		{name: "write", method: "PATCH", path: "/api/v1/reports/{id}/values", header: sends(typePatch), body: `{"rank": 3}`, status: 503,
			contains: []string{"请稍后重试"}, answers: with("Retry-After", "5")},
		{name: "healthy all the same", method: "GET", path: "/healthz", status: 200},
	})
	if err := os.Rename(away, s.folder); err != nil {
		t.Fatal(err)
	}
	run(t, s, names, []scenario{
		{name: "ready again", method: "GET", path: "/readyz", status: 200},
		{name: "written again", method: "PATCH", path: "/api/v1/reports/{id}/values", header: sends(typePatch), body: `{"rank": 3}`, status: 200},
	})
}
