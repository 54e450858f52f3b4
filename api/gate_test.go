package api

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"reportfill/templates/workreport"
)

func TestGate(t *testing.T) {
	g := newGate(Work{AtOnce: 1, Queue: 1, Patience: 50 * time.Millisecond}, newMetrics(prometheus.NewRegistry()))
	end, err := g.turn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, _ := gin.CreateTestContext(httptest.NewRecorder())
	c.Request = httptest.NewRequest(http.MethodPost, "/", nil)
	work := func() error { return g.run(c, func() error { return nil }) }

	waited := make(chan error)
	go func() { waited <- work() }()
	for g.waiting.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := g.full(); !errors.Is(err, overloaded) {
		t.Errorf("full with one in a queue of one: got %v, want overloaded", err)
	}
	began := time.Now()
	if err := work(); !errors.Is(err, overloaded) || time.Since(began) > 40*time.Millisecond {
		t.Errorf("work beyond the queue: got %v after %v, want overloaded at once", err, time.Since(began))
	}
	if err := <-waited; !errors.Is(err, overloaded) {
		t.Errorf("work that waited too long: got %v, want overloaded", err)
	}
	go func() { waited <- work() }()
	for g.waiting.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	end()
	if err := <-waited; err != nil {
		t.Errorf("work whose turn came: %v", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if end, err := g.turn(t.Context()); err != nil {
		t.Error(err)
	} else {
		defer end()
	}
	c.Request = c.Request.WithContext(gone)
	if err := work(); !errors.Is(err, context.Canceled) {
		t.Errorf("work of a client that left: got %v, want %v", err, context.Canceled)
	}
}

// Far more scans at once than there is room for: each is answered, with what it
// asked for or 503, and afterwards all is as before.
func TestOverload(t *testing.T) {
	s := newService(t, func(cfg *Config) { cfg.Work = Work{AtOnce: 1, Queue: 2, Patience: 20 * time.Millisecond} })
	scan := func() *httptest.ResponseRecorder {
		return s.do(t, request(http.MethodPost, "/api/v1/scan", string(workreport.Docx()), "Content-Type", typeDocx))
	}
	var mu sync.Mutex
	var all sync.WaitGroup
	count := map[int]int{}
	for range 30 {
		all.Go(func() {
			w := scan()
			mu.Lock()
			defer mu.Unlock()
			count[w.Code]++
			if w.Code == http.StatusServiceUnavailable && (w.Header().Get("Retry-After") != "1" || decode[Problem](t, w).Code != codeOverloaded) {
				t.Errorf("Retry-After %q: %s", w.Header().Get("Retry-After"), w.Body)
			}
		})
	}
	all.Wait()
	if count[200] == 0 || count[503] == 0 || count[200]+count[503] != 30 {
		t.Errorf("answers by status: %v, want some 200, some 503 and nothing else", count)
	}
	if log := s.log.String(); !strings.Contains(log, `"level":"WARN"`) || strings.Contains(log, `"level":"ERROR"`) {
		t.Errorf("what was turned away is not logged as a warning: %s", log)
	}
	if w := scan(); w.Code != http.StatusOK {
		t.Errorf("afterwards: status %d", w.Code)
	}
}
