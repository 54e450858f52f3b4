package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// handler answers a request, or returns why it cannot. A handler that has
// written the head of its answer and then fails ends the connection, so that no
// client takes half an answer for the whole.
type handler func(*server, *gin.Context) error

// run makes a handler one of gin's; a middleware is a handler that leaves the
// request to those after it.
func (s *server) run(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(s, c); err != nil {
			s.fail(c, err)
		}
	}
}

// fail answers with the problem that the error is, and leaves the error to the log.
func (s *server) fail(c *gin.Context, err error) {
	c.Abort()
	_ = c.Error(err)
	f := diagnose(err)
	if f.code == codeClientLeft && c.Request.Context().Err() == nil {
		f = failedRefusal(unavailable)
	}
	c.Set(keyProblem, f.code)
	if c.Writer.Written() {
		panic(http.ErrAbortHandler)
	}
	for name, value := range f.header {
		c.Header(name, value)
	}
	if f.status == statusClientLeft {
		c.Status(statusClientLeft)
		return
	}
	if forPage(c) && s.failPage(c, f) == nil {
		return
	}
	l := s.language(c)
	p := f.problem(l)
	p.Instance, p.RequestID = c.Request.URL.EscapedPath(), requestID(c)
	c.Header("Content-Language", string(l))
	writeJSON(c, p.Status, typeProblem, p)
}

// language is the language of this request's messages.
func (s *server) language(c *gin.Context) fill.Language {
	c.Writer.Header().Add("Vary", "Accept-Language")
	return s.languages.of(c.GetHeader("Accept-Language"))
}

// answer writes the value as JSON.
func answer(c *gin.Context, status int, v any) error {
	writeJSON(c, status, typeJSON, v)
	return nil
}

// writeJSON writes the value with its length. Only values that always marshal
// reach it; one that does not is a fault of ours and ends in a 500.
func writeJSON(c *gin.Context, status int, media string, v any) {
	var body bytes.Buffer
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err)
	}
	writeBody(c, status, media, body.Bytes())
}

// writeBody writes the bytes with their length; to a HEAD request, the head alone.
func writeBody(c *gin.Context, status int, media string, body []byte) {
	c.Header("Content-Type", media)
	c.Header("Content-Length", strconv.Itoa(len(body)))
	c.Status(status)
	if c.Request.Method == http.MethodHead {
		c.Writer.WriteHeaderNow()
		return
	}
	_, _ = c.Writer.Write(body) // a client that left has nobody to tell
}
