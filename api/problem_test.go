package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/templates"
)

func TestDiagnose(t *testing.T) {
	wrap := func(err error) error { return fmt.Errorf("somewhere: %w", err) }
	tests := []struct {
		name   string
		err    error
		status int
		code   string
	}{
		{"refusal", wrap(refuse(codeConflict, "", "")), 409, "conflict"},
		{"body over the limit", wrap(&http.MaxBytesError{Limit: 1 << 20}), 413, "too_large"},
		{"damaged document", wrap(&fill.DocumentError{Err: fill.ErrMalformed}), 422, "invalid_document"},
		{"no document", wrap(&fill.DocumentError{Err: fill.ErrFormat}), 422, "invalid_document"},
		{"document over a limit", wrap(&fill.DocumentError{Err: fill.ErrLimit}), 413, "too_large"},
		{"payload", wrap(&fill.SyntaxError{}), 400, "bad_json"},
		{"fields file", wrap(fill.SyntaxErrors{{}}), 422, "invalid_fields"},
		{"schema", wrap(&fill.SchemaError{}), 422, "invalid_fields"},
		{"values", wrap(&fill.InvalidError{}), 422, "invalid_values"},
		{"member", wrap(&templates.InputError{}), 422, "invalid_request"},
		{"owner", wrap(&templates.OwnerError{}), 403, "forbidden"},
		{"not there", wrap(templates.ErrNotFound), 404, "not_found"},
		{"taken", wrap(templates.ErrConflict), 409, "conflict"},
		{"final", wrap(templates.ErrFinal), 409, "final"},
		{"in use", wrap(templates.ErrInUse), 409, "in_use"},
		{"stale", wrap(templates.ErrStale), 412, "stale"},
		{"token", wrap(templates.ErrUnauthenticated), 401, "unauthenticated"},
		{"database", wrap(templates.ErrUnavailable), 503, "unavailable"},
		{"too slow", wrap(context.DeadlineExceeded), 503, "unavailable"},
		{"client left", wrap(context.Canceled), 499, "client_left"},
		{"damaged store", wrap(templates.ErrDamaged), 500, "internal"},
		{"unknown", errors.New("secret"), 500, "internal"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := diagnose(tt.err)
			if f.status != tt.status || f.code != tt.code {
				t.Errorf("%d %s, want %d %s", f.status, f.code, tt.status, tt.code)
			}
			for _, l := range []fill.Language{fill.Chinese, fill.English} {
				if f.title.In(l) == "" {
					t.Errorf("no title in %s", l)
				}
			}
		})
	}
}

// serving is a service with one route more, for what no real handler does.
func serving(t *testing.T, h handler) *service {
	t.Helper()
	s := newService(t)
	engine := s.Handler.(*gin.Engine)
	engine.GET("/test", (&server{log: nil, languages: newLanguages(nil)}).run(h))
	return s
}

func TestUnknownErrorIsHiddenAndLogged(t *testing.T) {
	s := serving(t, func(*server, *gin.Context) error { return errors.New("password is 123") })
	w := httptest.NewRecorder()
	s.ServeHTTP(w, request("GET", "/test", "", "X-Request-Id", "id-7"))
	if w.Code != 500 || strings.Contains(w.Body.String(), "123") || !strings.Contains(w.Body.String(), "id-7") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
	line := lastLine(t, s.log)
	if line["error"] != "password is 123" || line["request_id"] != "id-7" || line["level"] != "ERROR" {
		t.Errorf("log: %v", line)
	}
}

func TestPanicIs500(t *testing.T) {
	s := serving(t, func(*server, *gin.Context) error { panic("lost") })
	w := httptest.NewRecorder()
	s.ServeHTTP(w, request("GET", "/test", ""))
	if w.Code != 500 || strings.Contains(w.Body.String(), "lost") || !strings.Contains(s.log.String(), "problem_test.go") {
		t.Errorf("status %d: %s; log %s", w.Code, w.Body, s.log)
	}
}

func TestHalfAnswerEndsTheConnection(t *testing.T) {
	s := serving(t, func(_ *server, c *gin.Context) error {
		_, _ = c.Writer.WriteString("half")
		c.Writer.Flush()
		return errors.New("disk gone")
	})
	server := httptest.NewServer(s)
	defer server.Close()
	response, err := http.Get(server.URL + "/test")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(response.Body); err == nil {
		t.Errorf("the answer %q ended as if it were whole", body)
	}
}

func TestClientThatLeftIs499(t *testing.T) {
	s := serving(t, func(_ *server, c *gin.Context) error { return c.Request.Context().Err() })
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, request("GET", "/test", "").WithContext(ctx))
	if got := lastLine(t, s.log)["status"]; got != 499.0 {
		t.Errorf("logged status %v, want 499", got)
	}
}

func TestLogLine(t *testing.T) {
	s := newService(t).withBrief(t)
	s.do(t, request("POST", "/api/v1/templates/brief/check", `{"values": {"city": "秘密市"}}`, "Content-Type", asJSON, "X-Request-Id", "r-1"))
	got := lastLine(t, s.log)
	for _, varying := range []string{"time", "ms", "bytes"} {
		if got[varying] == nil {
			t.Errorf("the line lacks %s", varying)
		}
		delete(got, varying)
	}
	want := map[string]any{
		"level": "INFO", "msg": "request", "method": "POST", "route": "/api/v1/templates/:id/check", "status": 200.0, "request_id": "r-1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
	if strings.Contains(s.log.String(), "秘密") {
		t.Error("the log holds a value")
	}
}

func lastLine(t *testing.T, log *lockedBuffer) map[string]any {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	var line map[string]any
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &line); err != nil {
		t.Fatal(err)
	}
	return line
}
