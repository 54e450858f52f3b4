package api

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

// interrupted is a store in which the first comparison of a report fails.
type interrupted struct {
	*sqlstore.Store
	fail func() error // nil once it has failed
}

func (s *interrupted) CompareReport(ctx context.Context, rep *templates.Report, e templates.Entry,
	last *templates.Begun, r *templates.Receipt) error {
	if fail := s.fail; fail != nil {
		s.fail = nil
		return fail()
	}
	return s.Store.CompareReport(ctx, rep, e, last, r)
}

// interrupt lets the first comparison of a report fail.
func (s *service) interrupt(fail func() error) {
	s.Handler = New(Config{
		Library: s.library, Reports: templates.NewReports(&interrupted{s.store, fail}, s.library, nil),
		Access: s.access, Ready: s.store.Ready, Open: true, Log: slog.New(slog.NewJSONHandler(s.log, nil)),
	})
}

// lastYears is a request that names last year's report by its document.
func lastYears(t *testing.T, s *service, id string, header ...string) *http.Request {
	t.Helper()
	filled := s.do(t, request("POST", "/api/v1/templates/brief/fill", briefValues, "Content-Type", asJSON)).Body.Bytes()
	body, media := form(t, part{"docx", "上年.docx", filled})
	r := httptest.NewRequest("PUT", "/api/v1/reports/"+id+"/previous", bytes.NewReader(body))
	r.Header.Set("Content-Type", media)
	for name, value := range with(header...) {
		r.Header.Set(name, value)
	}
	return r
}

func (s *service) countReports(t *testing.T) int {
	t.Helper()
	page, err := s.reports.List(context.Background(), templates.ReportQuery{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}

// Nothing is made of the document where the client leaves before it is named.
func TestLastYearOfAClientThatLeft(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{"city": "淮州"}`)
	r := lastYears(t, s, id)
	ctx, leave := context.WithCancel(r.Context())
	s.interrupt(func() error { leave(); return context.Cause(ctx) })
	s.send(r.WithContext(ctx))
	if got := s.countReports(t); got != 1 {
		t.Errorf("got %d reports, want 1", got)
	}
}

// A request that fails makes nothing; the same one sent again makes one report.
func TestLastYearSentAgain(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{"city": "淮州"}`)
	s.interrupt(func() error { return templates.ErrUnavailable })
	for i, want := range []struct{ status, reports int }{{503, 1}, {200, 2}, {200, 2}} {
		if w := s.do(t, lastYears(t, s, id, "Idempotency-Key", "k")); w.Code != want.status {
			t.Errorf("request %d: got status %d, want %d: %s", i+1, w.Code, want.status, w.Body)
		}
		if got := s.countReports(t); got != want.reports {
			t.Errorf("request %d: got %d reports, want %d", i+1, got, want.reports)
		}
	}
}

// A request that comes again too late gets the answer that it had, and changes
// nothing; where what it made is gone, it is told so.
func TestLastYearSentAgainTooLate(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{"city": "淮州"}`)
	for _, step := range []struct {
		request *http.Request
		want    int
	}{
		{lastYears(t, s, id, "Idempotency-Key", "k", "If-Match", `"1"`), 200},
		{request("PUT", "/api/v1/reports/"+id+"/previous", `{"previous": ""}`, "Content-Type", asJSON), 200},
		{lastYears(t, s, id, "Idempotency-Key", "k", "If-Match", `"1"`), 200},
		{lastYears(t, s, id, "Idempotency-Key", "other", "If-Match", `"1"`), 412},
	} {
		if w := s.do(t, step.request); w.Code != step.want {
			t.Errorf("got status %d, want %d: %s", w.Code, step.want, w.Body)
		}
	}
	page, err := s.reports.List(context.Background(), templates.ReportQuery{Limit: 10})
	if err != nil || page.Total != 2 || page.Items[1].Previous != "" {
		t.Fatalf("got %d reports, %v, want 2, none of them compared", page.Total, err)
	}
	if err := s.reports.Delete(context.Background(), page.Items[0].ID, 0); err != nil {
		t.Fatal(err)
	}
	if w := s.do(t, lastYears(t, s, id, "Idempotency-Key", "k")); w.Code != 409 {
		t.Errorf("got status %d, want 409: %s", w.Code, w.Body)
	}
}

// A document whose file has a longer name than a report may have is taken too.
func TestLastYearOfALongName(t *testing.T) {
	s := newService(t).withBrief(t)
	id := s.report(t, `{"city": "淮州"}`)
	filled := s.do(t, request("POST", "/api/v1/templates/brief/fill", briefValues, "Content-Type", asJSON)).Body.Bytes()
	body, media := form(t, part{"docx", strings.Repeat("report-2025-", 20) + ".docx", filled}, part{"title", "", []byte(" ")})
	w := s.do(t, request("PUT", "/api/v1/reports/"+id+"/previous", string(body), "Content-Type", media))
	if w.Code != 200 {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	last, err := s.reports.Get(context.Background(), decode[reportShown](t, w).Previous)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := last.Report.Title, strings.Repeat("report-2025-", 20)[:200]; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
}
