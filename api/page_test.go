package api

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"reportfill/templates"
)

// browse sends a request as a browser does that goes to a page of this site.
func (s *service) browse(method, path string, form url.Values, cookies ...*http.Cookie) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(form.Encode()))
	r.Header.Set("Accept", "text/html,application/xhtml+xml")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for _, c := range cookies {
		r.AddCookie(c)
	}
	return s.send(r)
}

// signIn signs a browser in and gives its cookie.
func (s *service) signIn(t *testing.T, role templates.Role) *http.Cookie {
	t.Helper()
	w := s.browse(http.MethodPost, "/sign-in", url.Values{"token": {s.token(t, role, "")}, "next": {"/reports?q=x"}})
	cookies := w.Result().Cookies()
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/reports?q=x" || len(cookies) != 1 {
		t.Fatalf("signing in: status %d, Location %q, cookies %v", w.Code, w.Header().Get("Location"), cookies)
	}
	return cookies[0]
}

func signed(cfg *Config) { cfg.Open = false }

func TestSessionCookie(t *testing.T) {
	s := newService(t, signed)
	c := s.signIn(t, templates.RoleClerk)
	if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Secure {
		t.Errorf("over plain HTTP the cookie is %v", c)
	}
	if w := s.browse(http.MethodGet, "/reports", nil, c); w.Code != http.StatusOK {
		t.Errorf("with the cookie /reports answers %d", w.Code)
	}
	if w := s.browse(http.MethodPost, "/sign-out", nil, c); w.Code != http.StatusSeeOther {
		t.Errorf("signing out answers %d", w.Code)
	}
	if w := s.browse(http.MethodGet, "/reports", nil, c); w.Header().Get("Location") != "/sign-in?next=%2Freports" {
		t.Errorf("after signing out /reports answers %d and leads to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestSessionFromAnotherSite(t *testing.T) {
	s := newService(t, signed)
	c := s.signIn(t, templates.RoleClerk)
	for _, path := range []string{"/reports", "/sign-out", "/api/v1/reports"} {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader("template=workreport"))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		r.AddCookie(c)
		if w := s.send(r); w.Code != http.StatusForbidden {
			t.Errorf("POST %s from another site's page answers %d, want 403", path, w.Code)
		}
	}
}

func TestSignInAttempts(t *testing.T) {
	s := newService(t, signed)
	for range attemptsAtOnce {
		if w := s.browse(http.MethodPost, "/sign-in", url.Values{"token": {"wrong"}}); w.Code != http.StatusUnauthorized {
			t.Fatalf("a wrong token is answered %d", w.Code)
		}
	}
	w := s.browse(http.MethodPost, "/sign-in", url.Values{"token": {"wrong"}})
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
		t.Errorf("after %d wrong tokens the next is answered %d, Retry-After %q", attemptsAtOnce, w.Code, w.Header().Get("Retry-After"))
	}
}

func TestLocalPath(t *testing.T) {
	for path, want := range map[string]string{
		"/reports/1?q=a": "/reports/1?q=a", "": "/", "reports": "/", "//evil.example": "/", `/\evil.example`: "/",
		"https://evil.example": "/", "/\t/evil.example": "/",
	} {
		if got := localPath(path); got != want {
			t.Errorf("localPath(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestPagesAreStrict(t *testing.T) {
	s := newService(t)
	w := s.browse(http.MethodGet, "/reports", nil)
	policy := w.Header().Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
	if got, want := w.Header().Get("X-Content-Type-Options"), "nosniff"; got != want {
		t.Errorf("X-Content-Type-Options is %q, want %q", got, want)
	}
}

func TestErrorsByReader(t *testing.T) {
	s := newService(t)
	for _, tt := range []struct{ name, path, accept, media string }{
		{"a browser on a page", "/reports/none", "text/html", typeHTML},
		{"a browser on no page", "/nowhere", "text/html", typeHTML},
		{"a program on a page", "/reports/none", "*/*", typeProblem},
		{"a browser on the API", "/api/v1/reports/none", "text/html", typeProblem},
	} {
		r := httptest.NewRequest(http.MethodGet, tt.path, nil)
		r.Header.Set("Accept", tt.accept)
		w := s.send(r)
		if got := w.Header().Get("Content-Type"); w.Code != http.StatusNotFound || got != tt.media {
			t.Errorf("%s: status %d, %s; want 404, %s", tt.name, w.Code, got, tt.media)
		}
	}
}

func TestValuesAreEscaped(t *testing.T) {
	s := newService(t).withBrief(t)
	const evil = `"><script>alert(1)</script>&amp;`
	w := s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}, "title": {evil}})
	page := s.browse(http.MethodGet, w.Header().Get("Location"), nil)
	if page.Code != http.StatusOK {
		t.Fatalf("status %d: %s", page.Code, page.Body)
	}
	for _, body := range []string{page.Body.String(), s.browse(http.MethodGet, "/reports?q="+url.QueryEscape(evil), nil).Body.String()} {
		if strings.Contains(body, "<script>alert") || !strings.Contains(body, "&lt;script&gt;alert") {
			t.Error("a title goes into the page as markup, or not at all")
		}
	}
}

func TestNewReportFault(t *testing.T) {
	s := newService(t).withBrief(t)
	w := s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}, "title": {strings.Repeat("长", 201)}})
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `role="alert"`) {
		t.Errorf("a title that is too long is answered %d, without the fault on the form", w.Code)
	}
}

func TestUnchangedReport(t *testing.T) {
	s := newService(t).withBrief(t)
	at := s.browse(http.MethodPost, "/reports", url.Values{"template": {"brief"}}).Header().Get("Location")
	for tag, want := range map[string]int{`"1"`: 304, `W/"1"`: 304, `"2"`: 200, `"7", "1"`: 304, ``: 200} {
		r := httptest.NewRequest(http.MethodGet, "/api/v1"+at, nil)
		r.Header.Set("If-None-Match", tag)
		r.Header.Set("Prefer", minimal)
		w := s.do(t, r)
		if w.Code != want {
			t.Errorf("If-None-Match: %s is answered %d, want %d", tag, w.Code, want)
		}
		if want == 200 && strings.Contains(w.Body.String(), `"missing":[`) {
			t.Error("the minimal answer lists what is missing")
		}
	}
}
