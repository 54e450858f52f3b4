package api

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// signInPage asks for a token.
func (s *server) signInPage(c *gin.Context) error {
	next := localPath(c.Query("next"))
	_, signed, err := s.session(c)
	if err != nil {
		return err
	}
	if s.open || signed {
		c.Redirect(http.StatusSeeOther, next)
		return nil
	}
	return s.page(c, http.StatusOK, "sign_in", web.SignIn{Next: next})
}

// signInForm begins a session and leads to where the browser was going.
func (s *server) signInForm(c *gin.Context) error {
	if err := c.Request.ParseForm(); err != nil {
		return brokenBody(c, err)
	}
	next := localPath(c.Request.PostForm.Get("next"))
	err := s.signIn(c, strings.TrimSpace(c.Request.PostForm.Get("token")))
	if errors.Is(err, templates.ErrUnauthenticated) {
		return s.page(c, http.StatusUnauthorized, "sign_in", web.SignIn{Next: next, Wrong: true})
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, next)
	return nil
}

// signOutForm ends the session.
func (s *server) signOutForm(c *gin.Context) error {
	if err := s.signOut(c); err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/sign-in")
	return nil
}

// localPath is the path where it leads to this site, and the start page where it
// does not: "//host" and "/\host" are other sites to a browser.
func localPath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\t\r\n") {
		return "/"
	}
	return path
}
