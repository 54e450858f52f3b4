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
