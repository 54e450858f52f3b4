package api

import (
	"cmp"
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// sessionCookie holds the secret of a browser's session. It has no __Host-
// prefix: an intranet may be served without TLS, where browsers refuse it.
const sessionCookie = "reportfill_session"

// session gives who signed in with the browser that sends the request; false
// where it holds no session, or one that has ended.
func (s *server) session(c *gin.Context) (templates.Actor, bool, error) {
	cookie, err := c.Request.Cookie(sessionCookie)
	if err != nil || cookie.Value == "" {
		return templates.Actor{}, false, nil
	}
	who, _, err := s.access.Session(c.Request.Context(), cookie.Value)
	if errors.Is(err, templates.ErrUnauthenticated) {
		return templates.Actor{}, false, nil
	}
	return who, err == nil, err
}

// signIn gives the browser a session for the token's secret. Failed attempts are
// counted as those with a header are.
func (s *server) signIn(c *gin.Context, secret string) error {
	value, session, err := s.access.SignIn(c.Request.Context(), secret)
	if errors.Is(err, templates.ErrUnauthenticated) {
		return cmp.Or(s.attempt(c), err)
	}
	if err != nil {
		return err
	}
	s.setSession(c, value, session.ExpiresAt)
	return nil
}

// signOut ends the session of the browser, and takes its cookie back.
func (s *server) signOut(c *gin.Context) error {
	cookie, err := c.Request.Cookie(sessionCookie)
	if err != nil {
		return nil
	}
	s.setSession(c, "", time.Unix(1, 0))
	return s.access.SignOut(c.Request.Context(), cookie.Value)
}

// setSession sets the cookie. SameSite=Lax lets a link in a mail lead to a report;
// sameOrigin holds everything else off.
func (s *server) setSession(c *gin.Context, value string, expires time.Time) {
	http.SetCookie(c.Writer, &http.Cookie{
		Name: sessionCookie, Value: value, Path: "/", Expires: expires,
		HttpOnly: true, Secure: overTLS(c.Request), SameSite: http.SameSiteLaxMode,
	})
}

// overTLS tells whether the browser's connection is encrypted. A client that
// lies about it in the header only hides its own cookie from itself.
func overTLS(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
}
