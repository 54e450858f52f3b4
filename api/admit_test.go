package api

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"reportfill/templates"
)

func closed(cfg *Config) { cfg.Open = false }

// permitted says who may call each route: the other source of the same rules,
// so that a change of the table is a change here as well.
var permitted = map[string]string{
	"GET /healthz":             "nobody too",
	"GET /readyz":              "nobody too",
	"GET /api/v1/openapi.yaml": "nobody too",

	"POST /api/v1/scan": "system clerk author admin",

	"GET /api/v1/templates":                 "system clerk author admin",
	"POST /api/v1/templates":                "author admin",
	"GET /api/v1/templates/:id":             "system clerk author admin",
	"DELETE /api/v1/templates/:id":          "author admin",
	"GET /api/v1/templates/:id/fields":      "system clerk author admin",
	"PUT /api/v1/templates/:id/docx":        "author admin",
	"PUT /api/v1/templates/:id/fields":      "author admin",
	"GET /api/v1/templates/:id/schema":      "system clerk author admin",
	"GET /api/v1/templates/:id/example":     "system clerk author admin",
	"GET /api/v1/templates/:id/docx":        "system clerk author admin",
	"GET /api/v1/templates/:id/tagged.docx": "system clerk author admin",
	"POST /api/v1/templates/:id/check":      "system clerk author admin",
	"POST /api/v1/templates/:id/fill":       "system clerk author admin",
	"POST /api/v1/templates/:id/extract":    "system clerk author admin",

	"POST /api/v1/reports":              "system clerk admin",
	"GET /api/v1/reports":               "system clerk admin",
	"GET /api/v1/reports/:id":           "system clerk admin",
	"DELETE /api/v1/reports/:id":        "clerk admin",
	"PATCH /api/v1/reports/:id/values":  "system clerk admin",
	"PUT /api/v1/reports/:id/previous":  "system clerk admin",
	"POST /api/v1/reports/:id/finalize": "clerk admin",
	"GET /api/v1/reports/:id/docx":      "system clerk admin",
	"GET /api/v1/reports/:id/history":   "system clerk admin",
	"GET /api/v1/reports/:id/manifest":  "system clerk admin",

	"GET /assets/*path":     "nobody too",
	"GET /sign-in":          "nobody too",
	"POST /sign-in":         "nobody too",
	"POST /sign-out":        "nobody too",
	"GET /":                 "system clerk author admin",
	"GET /reports":          "system clerk admin",
	"POST /reports":         "system clerk admin",
	"GET /metrics":          "system admin",
	"GET /reports/new":      "system clerk admin",
	"GET /reports/:id":      "system clerk admin",
	"GET /reports/:id/docx": "system clerk admin",

	"GET /reports/:id/sheet": "system clerk admin",
	"GET /batch":             "system clerk author admin",

	"GET /api/v1/templates/:id/sheet":  "system clerk author admin",
	"POST /api/v1/templates/:id/sheet": "system clerk author admin",
	"POST /api/v1/templates/:id/batch": "system clerk author admin",
	"GET /api/v1/reports/:id/sheet":    "system clerk admin",
	"POST /api/v1/reports/:id/sheet":   "system clerk admin",

	"GET /templates":              "system clerk author admin",
	"POST /templates":             "author admin",
	"GET /templates/:id":          "system clerk author admin",
	"GET /templates/:id/reports":  "author admin",
	"GET /templates/:id/versions": "system clerk author admin",
	"GET /reference":              "system clerk author admin",
}

// signing are the addresses that answer to no token by their nature.
var signing = []string{"/sign-in", "/sign-out"}

// turnedAway tells whether an answer asks for a token, or leads to the page that does.
func turnedAway(w *httptest.ResponseRecorder) bool {
	return w.Code == http.StatusUnauthorized || strings.HasPrefix(w.Header().Get("Location"), "/sign-in")
}

func TestEveryRoleOnEveryRoute(t *testing.T) {
	s := newService(t, closed)
	tokens := make(map[templates.Role]string)
	for _, role := range templates.Roles {
		tokens[role] = s.token(t, role, "")
	}
	seen := make(map[string]bool)
	for _, r := range slices.Concat(routes, pages) {
		name := r.method + " " + r.path
		seen[name] = true
		who, ok := permitted[name]
		if !ok {
			t.Errorf("%s: nobody has said who may call it", name)
			continue
		}
		path := strings.NewReplacer(":id", "none", "*path", "none").Replace(r.path)
		public := who == "nobody too"
		if w := s.send(request(r.method, path, "")); turnedAway(w) == public && !slices.Contains(signing, path) {
			t.Errorf("%s without a token: status %d", name, w.Code)
		}
		for _, role := range templates.Roles {
			w := s.send(request(r.method, path, "", "Authorization", "Bearer "+tokens[role]))
			allowed := public || slices.Contains(strings.Fields(who), string(role))
			if turnedAway(w) && !public || (w.Code == 403) == allowed {
				t.Errorf("%s as %s: status %d", name, role, w.Code)
			}
		}
	}
	for name := range permitted {
		if !seen[name] {
			t.Errorf("%s is not routed", name)
		}
	}
}

func TestTokens(t *testing.T) {
	s := newService(t, closed)
	revoked := s.token(t, templates.RoleAdmin, "")
	all, err := s.access.Tokens(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.access.Revoke(t.Context(), all[0].ID); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{"good": s.token(t, templates.RoleSystem, ""), "revoked": revoked}
	run(t, s, names, []scenario{
		{name: "none", method: "GET", path: "/api/v1/templates", status: 401, contains: []string{"reportfill token add"}, answers: with("WWW-Authenticate", `Bearer realm="reportfill"`)},
		{name: "unknown", method: "GET", path: "/api/v1/templates", header: with("Authorization", "Bearer rf_x"), status: 401, answers: with("WWW-Authenticate", `Bearer realm="reportfill", error="invalid_token"`)},
		{name: "revoked", method: "GET", path: "/api/v1/templates", header: with("Authorization", "Bearer {revoked}"), status: 401},
		{name: "another scheme", method: "GET", path: "/api/v1/templates", header: with("Authorization", "Basic {good}"), status: 401},
		{name: "good", method: "GET", path: "/api/v1/templates", header: with("Authorization", "bearer {good}"), status: 200},
		{name: "wrong role", method: "DELETE", path: "/api/v1/templates/x", header: with("Authorization", "Bearer {good}"), status: 403, contains: []string{"角色 system", "之一：author、admin。"}},
	})
}

func TestFailedAttemptsAreLimited(t *testing.T) {
	now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	s := newService(t, closed, func(cfg *Config) { cfg.Now = func() time.Time { return now } })
	good := s.token(t, templates.RoleSystem, "")
	attempt := func(token, address string) (status int, retry string) {
		r := request("GET", "/api/v1/templates", "", "Authorization", "Bearer "+token)
		r.RemoteAddr = address
		w := s.do(t, r)
		return w.Code, w.Header().Get("Retry-After")
	}
	for i := range attemptsAtOnce {
		if got, _ := attempt(fmt.Sprint("rf_", i), "192.0.2.7:1000"); got != 401 {
			t.Fatalf("attempt %d: status %d, want 401", i+1, got)
		}
	}
	if got, retry := attempt("rf_x", "192.0.2.7:1001"); got != 429 || retry != "6" {
		t.Errorf("after %d attempts: status %d, Retry-After %q, want 429 and 6", attemptsAtOnce, got, retry)
	}
	if got, _ := attempt(good, "192.0.2.7:1002"); got != 200 {
		t.Errorf("a good token from there: status %d, want 200", got)
	}
	if got, _ := attempt("rf_x", "192.0.2.8:1000"); got != 401 {
		t.Errorf("an attempt from elsewhere: status %d, want 401", got)
	}
	now = now.Add(6 * time.Second)
	if got, _ := attempt("rf_x", "192.0.2.7:1003"); got != 401 {
		t.Errorf("an attempt after the wait: status %d, want 401", got)
	}
}

func TestOwnersSetTheirOwnFields(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{}`)
	s = &service{Handler: New(Config{Library: s.library, Reports: s.reports, Access: s.access}), contract: s.contract, access: s.access}
	names := map[string]string{
		"id": id, "tax": s.token(t, templates.RoleSystem, "税政科"), "clerk": s.token(t, templates.RoleClerk, ""),
	}
	url := "/api/v1/reports/{id}/values"
	run(t, s, names, []scenario{
		{name: "own", method: "PATCH", path: url, header: with("Content-Type", typePatch, "Authorization", "Bearer {tax}"), body: `{"tax": 100.36}`, status: 200},
		{name: "another's", method: "PATCH", path: url, header: with("Content-Type", typePatch, "Authorization", "Bearer {tax}"), body: `{"other": 28}`, status: 403,
			contains: []string{`"code":"forbidden"`, `"field":"other"`, "国库科"}},
		{name: "override", method: "PATCH", path: url, header: with("Content-Type", typePatch, "Authorization", "Bearer {clerk}"), body: `{"other": 28}`, status: 200, contains: []string{`"override":true`}},
	})
}
