package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/workreport"
)

// BenchmarkFill is a fill of the built-in report over HTTP, with its JSON, its
// checks and its computed fields. It should reach 30 % of the requests a second
// of BenchmarkSameBytes.
func BenchmarkFill(b *testing.B) {
	h, payload, _ := builtInService(b)
	post(b, h, payload)
}

// BenchmarkSameBytes is a gin handler that reads the same request and returns
// the same bytes.
func BenchmarkSameBytes(b *testing.B) {
	h, payload, document := builtInService(b)
	r := httptest.NewRecorder()
	h.ServeHTTP(r, fillRequest(payload))
	plain := gin.New()
	plain.POST("/api/v1/templates/:id/fill", func(c *gin.Context) {
		if _, err := io.Copy(io.Discard, c.Request.Body); err != nil {
			b.Error(err)
		}
		c.Data(http.StatusOK, typeDocx, document)
	})
	post(b, plain, payload)
}

func post(b *testing.B, h http.Handler, payload []byte) {
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		w.Body = nil
		h.ServeHTTP(w, fillRequest(payload))
		if w.Code != http.StatusOK {
			b.Fatalf("status %d", w.Code)
		}
	}
}

func fillRequest(payload []byte) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/api/v1/templates/workreport/fill", bytes.NewReader(payload))
	r.Host = "127.0.0.1:8080"
	r.Header.Set("Content-Type", asJSON)
	return r
}

// builtInService serves the built-in report, with a payload and what it is filled to.
func builtInService(b *testing.B) (h http.Handler, payload, document []byte) {
	s := newService(b)
	if err := s.library.Seed(context.Background()); err != nil {
		b.Fatal(err)
	}
	t, err := s.library.Compiled(context.Background(), templates.Ref{ID: workreport.ID})
	if err != nil {
		b.Fatal(err)
	}
	values := t.Fill.Example()
	var docx bytes.Buffer
	if err := t.Fill.Fill(&docx, values, fill.Options{}); err != nil {
		b.Fatal(err)
	}
	if payload, err = json.Marshal(valuesAnswer{values}); err != nil {
		b.Fatal(err)
	}
	return s.Handler, payload, docx.Bytes()
}
