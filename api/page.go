package api

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

const typeHTML = "text/html; charset=utf-8"

// pagePolicy lets a page use this service's own scripts, styles and answers, and
// no inline ones; Trusted Types keep strings from becoming markup.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"

// pageHeaders are those of every page.
var pageHeaders = map[string]string{
	"Content-Security-Policy":    pagePolicy,
	"X-Content-Type-Options":     "nosniff",
	"Referrer-Policy":            "same-origin",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cache-Control":              "no-store",
}

// page answers with the page of the name (package web says what a page is).
func (s *server) page(c *gin.Context, status int, name string, view any) error {
	body, err := s.pages.Draw(name, web.Page{Frame: s.frame(c), View: view})
	if err != nil {
		return err
	}
	if body, err = compress(c, body); err != nil {
		return err
	}
	for header, value := range pageHeaders {
		c.Header(header, value)
	}
	writeBody(c, status, typeHTML, body)
	return nil
}

// frame is what stands around a page that answers this request.
func (s *server) frame(c *gin.Context) web.Frame {
	return web.Frame{Language: s.language(c), Actor: actorOf(c), Open: s.open}
}

// forPage tells whether a request is for a page: a browser that goes to an
// address, not a script of a page or a program.
func forPage(c *gin.Context) bool {
	return !strings.HasPrefix(c.Request.URL.Path, "/api/") && strings.Contains(c.GetHeader("Accept"), "text/html")
}

// failPage answers with the page of a failure; one that wants a sign-in leads
// there and back again.
func (s *server) failPage(c *gin.Context, f failure) error {
	if f.code == codeUnsigned && actorOf(c) == (templates.Actor{}) {
		c.Redirect(http.StatusSeeOther, signInPath(c.Request))
		return nil
	}
	p := f.problem(s.language(c))
	view := web.Error{Status: p.Status, Title: p.Title, Detail: p.Detail, RequestID: requestID(c)}
	for _, e := range p.Errors {
		view.Errors = append(view.Errors, e.Message)
	}
	return s.page(c, p.Status, "error", view)
}

// signInPath leads to the sign-in, and from there to what the request asked for.
func signInPath(r *http.Request) string {
	next := "/"
	if r.Method == http.MethodGet {
		next = r.URL.RequestURI()
	}
	return "/sign-in?" + url.Values{"next": {next}}.Encode()
}
