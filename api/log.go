package api

import (
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/gin-gonic/gin"
)

// logRequest writes one line a request. The route stands for the path, and no
// query, header or body is written: they may hold values.
func (s *server) logRequest(c *gin.Context) {
	start := s.now()
	defer func() {
		status, bytes := c.Writer.Status(), max(c.Writer.Size(), 0)
		cut := recover()
		if cut != nil {
			status = statusClientLeft
		}
		attrs := []slog.Attr{
			slog.String("method", c.Request.Method),
			slog.String("route", c.FullPath()),
			slog.Int("status", status),
			slog.Int("bytes", bytes),
			slog.Float64("ms", float64(s.now().Sub(start).Microseconds())/1000),
			slog.String("request_id", requestID(c)),
		}
		if who := actorOf(c); who.Token != "" {
			attrs = append(attrs, slog.String("token", who.Token))
		}
		s.metrics.observe(c, status, s.now().Sub(start))
		attrs, level := logError(c, status, attrs)
		s.log.LogAttrs(c.Request.Context(), level, "request", attrs...)
		if cut != nil {
			panic(cut)
		}
	}()
	c.Next()
}

// logError adds what went wrong: the code of a failure that was told to the
// client, and the error itself of one that was not. What is turned away under load is
// no failure, and there is much of it.
func logError(c *gin.Context, status int, attrs []slog.Attr) ([]slog.Attr, slog.Level) {
	last := c.Errors.Last()
	if last == nil {
		return attrs, slog.LevelInfo
	}
	code := c.GetString(keyProblem)
	attrs = append(attrs, slog.String("code", code))
	switch {
	case status < http.StatusInternalServerError:
		return attrs, slog.LevelInfo
	case code == codeOverloaded:
		return attrs, slog.LevelWarn
	}
	return append(attrs, slog.String("error", last.Err.Error())), slog.LevelError
}

// recoverPanic turns a panic into a 500. http.ErrAbortHandler passes: it is how
// an answer is cut short.
func (s *server) recoverPanic(c *gin.Context) {
	defer func() {
		switch p := recover(); p {
		case nil:
		case http.ErrAbortHandler:
			panic(p)
		default:
			s.log.LogAttrs(c.Request.Context(), slog.LevelError, "panic",
				slog.Any("panic", p), slog.String("stack", string(debug.Stack())), slog.String("request_id", requestID(c)))
			s.fail(c, errPanic)
		}
	}()
	c.Next()
}

var errPanic = errors.New("the handler panicked")
