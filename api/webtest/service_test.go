package webtest

import (
	"context"
	"net/http/httptest"
	"testing"

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
	server := httptest.NewServer(api.New(api.Config{Library: s.library, Reports: s.reports, Access: s.access, Ready: store.Ready}))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
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

// report begins a report of the template with some values.
func (s *service) report(title, template string, values fill.Values) string {
	s.t.Helper()
	ref, err := templates.ParseRef(template)
	if err != nil {
		s.t.Fatal(err)
	}
	state, err := s.reports.Create(context.Background(),
		templates.Actor{Name: "预算系统", Role: templates.RoleSystem},
		templates.NewReport{Template: ref, Title: title, Values: values}, templates.Once{})
	if err != nil {
		s.t.Fatal(err)
	}
	return state.Report.ID
}
