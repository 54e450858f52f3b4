package api

import (
	"net/http/httptest"
	"strings"
	"testing"
)

// scenario is one request and what must be true of its answer. In path and body,
// {name} stands for what the table's setup gave.
type scenario struct {
	name   string
	method string
	path   string
	header map[string]string
	body   string

	status   int
	contains []string          // in the body, or in the text of a .docx
	lacks    []string          // in the same
	answers  map[string]string // headers
}

const asJSON = "application/json"

func sends(media string) map[string]string { return map[string]string{"Content-Type": media} }

func with(more ...string) map[string]string {
	h := make(map[string]string)
	for i := 0; i+1 < len(more); i += 2 {
		h[more[i]] = more[i+1]
	}
	return h
}

// run runs the scenarios one after another on one service.
func run(t *testing.T, s *service, names map[string]string, scenarios []scenario) {
	t.Helper()
	var pairs []string
	for name, value := range names {
		pairs = append(pairs, "{"+name+"}", value)
	}
	replace := strings.NewReplacer(pairs...)
	for _, sc := range scenarios {
		t.Run(sc.name, func(t *testing.T) {
			r := httptest.NewRequest(sc.method, replace.Replace(sc.path), strings.NewReader(replace.Replace(sc.body)))
			for name, value := range sc.header {
				r.Header.Set(name, replace.Replace(value))
			}
			sc.hold(t, s.do(t, r), replace)
		})
	}
}

func (sc scenario) hold(t *testing.T, w *httptest.ResponseRecorder, replace *strings.Replacer) {
	t.Helper()
	got := w.Body.String()
	if w.Code != sc.status {
		t.Fatalf("status %d, want %d: %s", w.Code, sc.status, got)
	}
	if w.Header().Get("Content-Type") == typeDocx && w.Code == 200 && w.Body.Len() > 0 {
		got = documentText(t, w.Body.Bytes())
	}
	for _, want := range sc.contains {
		if want = replace.Replace(want); !strings.Contains(got, want) {
			t.Errorf("the answer lacks %q: %s", want, got)
		}
	}
	for _, no := range sc.lacks {
		if strings.Contains(got, no) {
			t.Errorf("the answer holds %q: %s", no, got)
		}
	}
	for name, want := range sc.answers {
		if got := w.Header().Get(name); got != replace.Replace(want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
