package api

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"reportfill/fill/filltest"
)

var nextPage = regexp.MustCompile(`rel="next" href="([^"]+)"`)

func TestReportsArePaged(t *testing.T) {
	s := newService(t).withBrief(t)
	for range pageOfReports + 2 {
		s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}, "title": {"季报"}})
	}
	s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}, "title": {"年报"}})

	path, rows := "/reports?q=季报", []int{}
	for path != "" {
		page := s.browse(http.MethodGet, path, nil).Body.String()
		rows = append(rows, strings.Count(page, `class="what"`))
		path = ""
		if next := nextPage.FindStringSubmatch(page); next != nil {
			path = strings.ReplaceAll(next[1], "&amp;", "&")
		}
	}
	if len(rows) != 2 || rows[0] != pageOfReports || rows[1] != 2 {
		t.Errorf("the pages list %v reports, want [%d 2]", rows, pageOfReports)
	}
}

func TestReportsAreFiltered(t *testing.T) {
	s := newService(t).withBrief(t)
	s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}, "title": {"季报"}})
	for path, want := range map[string]int{
		"/reports": 1, "/reports?q=季": 1, "/reports?q=年": 0, "/reports?status=draft": 1, "/reports?status=final": 0,
		"/reports?template=brief": 1, "/reports?template=other": 0,
	} {
		w := s.browse(http.MethodGet, path, nil)
		if got := strings.Count(w.Body.String(), `class="what"`); w.Code != http.StatusOK || got != want {
			t.Errorf("%s: status %d, %d reports, want %d", path, w.Code, got, want)
		}
	}
}

// TestNewReportFormWithLastYears sends last year's document with the form, as a
// browser without scripts does; a document that is refused leaves nothing behind.
func TestNewReportFormWithLastYears(t *testing.T) {
	s := newService(t).withBrief(t)
	filled := s.do(t, request("POST", "/api/v1/templates/brief/fill", briefValues, "Content-Type", asJSON)).Body.Bytes()
	send := func(title string, docx []byte) *httptest.ResponseRecorder {
		body, media := form(t, part{"template", "", []byte("brief")}, part{"title", "", []byte(title)}, part{"previous", "", nil}, part{"docx", "2025.docx", docx})
		r := request("POST", "/reports", string(body), "Content-Type", media, "Accept", "text/html", "Sec-Fetch-Site", "same-origin")
		return s.send(r)
	}
	reports := func() int {
		return decode[list[reportListed]](t, s.do(t, request("GET", "/api/v1/reports", ""))).Total
	}
	for name, refused := range map[string]*httptest.ResponseRecorder{
		"another document": send("2026", filltest.Docx("别的文档。")), "no document": send("2026", []byte("x")), "a long title": send(strings.Repeat("长", 201), filled),
	} {
		if body := refused.Body.String(); refused.Code != http.StatusUnprocessableEntity || !strings.Contains(body, `role="alert"`) || !strings.Contains(body, `id="docx"`) {
			t.Errorf("%s is answered %d, without the form or the reason:\n%s", name, refused.Code, body)
		}
	}
	if got := reports(); got != 0 {
		t.Errorf("what was refused left %d reports", got)
	}
	w := send("2026", filled)
	id := strings.TrimPrefix(w.Header().Get("Location"), "/reports/")
	shown := decode[reportShown](t, s.do(t, request("GET", "/api/v1/reports/"+id, "")))
	last := decode[reportShown](t, s.do(t, request("GET", "/api/v1/reports/"+shown.Previous, "")))
	if shown.Title != "2026" || last.Title != "2025" || last.Status != "complete" {
		t.Errorf("the report is %q, last year's %q, %s", shown.Title, last.Title, last.Status)
	}
}

func TestLongPagesAreCompressed(t *testing.T) {
	s := newService(t).withBrief(t)
	for range pageOfReports {
		s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}, "title": {"季报"}})
	}
	plain := s.browse(http.MethodGet, "/reports", nil).Body.String()
	r := httptest.NewRequest(http.MethodGet, "/reports", nil)
	r.Header.Set("Accept-Encoding", "gzip, br")
	w := s.send(r)
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(z)
	if err != nil || string(got) != plain || w.Header().Get("Content-Encoding") != "gzip" {
		t.Errorf("the compressed page is not the plain one: %d and %d bytes, %v", len(got), len(plain), err)
	}
}
