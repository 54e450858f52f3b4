package webtest

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"reportfill/api"
	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

// service is a reportfill with the built-in report.
type service struct {
	t       *testing.T
	url     string
	library *templates.Library
	reports *templates.Reports
	access  *templates.Access
	cut     atomic.Value // string: "all" breaks every connection, "saving" those that save, "sending" keeps those that upload; "" none
	hung    atomic.Int32 // requests that are kept
}

func newService(t *testing.T) *service {
	t.Helper()
	ctx := context.Background()
	store, err := sqlstore.Open(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	s := &service{t: t, library: templates.NewLibrary(store, templates.LibraryOptions{}), access: templates.NewAccess(store, nil)}
	s.reports = templates.NewReports(store, s.library, nil)
	if err := s.library.Seed(ctx); err != nil {
		t.Fatal(err)
	}
	s.cut.Store("")
	server := httptest.NewServer(s.breaking(api.New(api.Config{Library: s.library, Reports: s.reports, Access: s.access, Ready: store.Ready})))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

// breaking breaks connections, as a cable does that is pulled, or answers nothing on
// them, while cut says so.
func (s *service) breaking(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cut := s.cut.Load()
		if cut == "all" || cut == "saving" && r.Method == http.MethodPatch {
			panic(http.ErrAbortHandler)
		}
		if cut == "sending" && (r.Method == http.MethodPost || r.Method == http.MethodPut) {
			_, _ = io.Copy(io.Discard, r.Body) // whoever leaves is noticed behind the body
			s.hung.Add(1)
			<-r.Context().Done()
			s.hung.Add(-1)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hanging waits until so many requests hang.
func (s *service) hanging(n int32) {
	s.t.Helper()
	for end := time.Now().Add(patience); s.hung.Load() != n; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("%d requests hang, want %d", s.hung.Load(), n)
		}
	}
}

// token gives the secret of a new token.
func (s *service) token(name string, role templates.Role) string {
	s.t.Helper()
	secret, _, err := s.access.Add(context.Background(), templates.NewToken{Name: name, Role: role})
	if err != nil {
		s.t.Fatal(err)
	}
	return secret
}

// colleague is a clerk who came before.
var colleague = templates.Actor{Name: "陈会计", Role: templates.RoleClerk}

// report begins a report of the template with some values, to be compared with
// last year's where one is named.
func (s *service) report(title, template string, values fill.Values, previous ...string) string {
	s.t.Helper()
	ref, err := templates.ParseRef(template)
	if err != nil {
		s.t.Fatal(err)
	}
	n := templates.NewReport{Template: ref, Title: title, Values: values, Previous: strings.Join(previous, "")}
	state, err := s.reports.Create(context.Background(), colleague, n, templates.Once{})
	if err != nil {
		s.t.Fatal(err)
	}
	return state.Report.ID
}

// finalize makes a complete report final.
func (s *service) finalize(id string) {
	s.t.Helper()
	boss := templates.Actor{Name: "王科长", Role: templates.RoleAdmin}
	if _, err := s.reports.Finalize(context.Background(), boss, id, 0, templates.Once{}); err != nil {
		s.t.Fatal(err)
	}
}

// example is a payload that completes the built-in report.
func (s *service) example() fill.Values {
	s.t.Helper()
	t, err := s.library.Compiled(context.Background(), templates.Ref{ID: "workreport"})
	if err != nil {
		s.t.Fatal(err)
	}
	return t.Fill.Example()
}
