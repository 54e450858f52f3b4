package api

import (
	"context"
	"errors"
	"testing"

	"reportfill/templates"
)

func TestHealth(t *testing.T) {
	run(t, newService(t), nil, []scenario{
		{name: "health", method: "GET", path: "/healthz", status: 200, contains: []string{`{"status":"ok"}`}},
		{name: "head", method: "HEAD", path: "/healthz", status: 200, answers: with("Content-Length", "16")},
		{name: "ready", method: "GET", path: "/readyz", status: 200, contains: []string{`{"status":"ready"}`}},
		{name: "description", method: "GET", path: "/api/v1/openapi.yaml", status: 200, contains: []string{"openapi: 3.0.3"}},
	})
}

func TestNotReady(t *testing.T) {
	gone := func(cfg *Config) {
		cfg.Ready = func(context.Context) error {
			return errors.Join(templates.ErrUnavailable, errors.New("connection refused"))
		}
	}
	run(t, newService(t, gone), nil, []scenario{
		{name: "ready", method: "GET", path: "/readyz", status: 503, contains: []string{`"code":"unavailable"`, "数据库"}, lacks: []string{"refused"}, answers: with("Retry-After", "5")},
		{name: "health", method: "GET", path: "/healthz", status: 200},
	})
}

func TestUnknownAddress(t *testing.T) {
	run(t, newService(t), nil, []scenario{
		{name: "nowhere", method: "GET", path: "/nowhere", status: 404, contains: []string{`"code":"not_found"`, "openapi.yaml"}},
		{name: "method", method: "DELETE", path: "/healthz", status: 405, contains: []string{`"code":"method_not_allowed"`}, answers: with("Allow", "GET, HEAD")},
		{name: "slash", method: "GET", path: "/healthz/", status: 404, contains: []string{"末尾不应有 /"}},
		{name: "English", method: "GET", path: "/nowhere", header: with("Accept-Language", "en"), status: 404,
			contains: []string{"There is no such address"}, answers: with("Content-Language", "en", "Vary", "Accept-Language")},
		{name: "own id", method: "GET", path: "/nowhere", header: with("X-Request-Id", "abc-1"), status: 404,
			contains: []string{`"request_id":"abc-1"`, `"instance":"/nowhere"`}, answers: with("X-Request-Id", "abc-1")},
	})
}

func TestOpenServiceAnswersOnlyLocalPages(t *testing.T) {
	s := newService(t)
	run(t, s, nil, []scenario{
		{name: "another site's page", method: "POST", path: "/api/v1/scan", header: with("Sec-Fetch-Site", "cross-site"), status: 403, contains: []string{"其他网站"}},
		{name: "own page", method: "GET", path: "/api/v1/templates", header: with("Sec-Fetch-Site", "same-origin"), status: 200},
	})
	for host, want := range map[string]int{"localhost:8080": 200, "127.0.0.1": 200, "[::1]:8080": 200, "evil.example:8080": 403} {
		r := request("GET", "/api/v1/templates", "")
		r.Host = host
		if got := s.do(t, r).Code; got != want {
			t.Errorf("Host %s: status %d, want %d", host, got, want)
		}
	}
}
