package api

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"reportfill/templates"
)

func TestRateOfEachToken(t *testing.T) {
	now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	s := newService(t, closed, func(cfg *Config) {
		cfg.Rate = Rate{PerSecond: 0.5, Burst: 2}
		cfg.Now = func() time.Time { return now }
	})
	first, other := s.token(t, templates.RoleSystem, ""), s.token(t, templates.RoleClerk, "")
	ask := func(token string) (status int, retry string) {
		w := s.do(t, request("GET", "/api/v1/templates", "", "Authorization", "Bearer "+token))
		return w.Code, w.Header().Get("Retry-After")
	}
	for _, want := range []int{200, 200, 429} {
		if got, retry := ask(first); got != want || got == 429 && retry != "3" {
			t.Errorf("status %d, Retry-After %q, want %d", got, retry, want)
		}
	}
	if got, _ := ask(other); got != 200 {
		t.Errorf("another token: status %d, want 200", got)
	}
	now = now.Add(2 * time.Second)
	if got, _ := ask(first); got != 200 {
		t.Errorf("two seconds later: status %d, want 200", got)
	}
}

// Two bodies of 2 MiB where there is room for one: the second is refused, and
// there is room again once the first is done with.
func TestMemoryOfUploads(t *testing.T) {
	s := newService(t, func(cfg *Config) { cfg.Limits.Uploads = 3 << 20 })
	body := strings.Repeat("x", 2<<20)
	r, w := io.Pipe()
	done := make(chan int)
	go func() {
		slow := httptest.NewRequest(http.MethodPost, "/api/v1/scan", r)
		slow.Host = "127.0.0.1"
		slow.Header.Set("Content-Type", typeDocx)
		out := httptest.NewRecorder()
		s.ServeHTTP(out, slow)
		done <- out.Code
	}()
	if _, err := io.Copy(w, strings.NewReader(body)); err != nil {
		t.Fatal(err)
	}
	send := func() int {
		second := httptest.NewRequest(http.MethodPost, "/api/v1/scan", io.NopCloser(bytes.NewReader([]byte(body))))
		second.Host = "127.0.0.1"
		second.Header.Set("Content-Type", typeDocx)
		out := httptest.NewRecorder()
		s.ServeHTTP(out, second)
		return out.Code
	}
	if got := send(); got != http.StatusServiceUnavailable {
		t.Errorf("a second large body: status %d, want 503", got)
	}
	w.Close()
	if got := <-done; got != http.StatusUnprocessableEntity {
		t.Errorf("the first: status %d, want 422", got)
	}
	if got := send(); got != http.StatusUnprocessableEntity {
		t.Errorf("afterwards: status %d, want 422", got)
	}
}

func TestMetrics(t *testing.T) {
	s := newService(t).withBrief(t)
	s.do(t, request("POST", "/api/v1/templates/brief/fill", briefValues, "Content-Type", asJSON))
	s.do(t, request("GET", "/api/v1/templates/none", ""))
	s.send(request("BREW", "/coffee", ""))
	got := s.do(t, request("GET", "/metrics", "")).Body.String()
	for _, want := range []string{
		`reportfill_http_requests_total{method="POST",route="/api/v1/templates/:id/fill",status="200"} 1`,
		`reportfill_http_request_duration_seconds_count{method="POST",route="/api/v1/templates/:id/fill"} 1`,
		`reportfill_http_requests_total{method="",route="",status="404"} 1`,
		`reportfill_problems_total{code="not_found"} 2`,
		"reportfill_fills_total 1",
		"reportfill_work_waiting 0",
		"reportfill_work_wait_seconds_count 2", // the upload, the fill
		"reportfill_template_cache_misses_total 1",
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("the metrics lack %s", want)
		}
	}
}

// A body that does not come in time is told from one that is cut.
func TestSlowBody(t *testing.T) {
	server := httptest.NewUnstartedServer(newService(t))
	server.Config.ReadTimeout = 200 * time.Millisecond
	server.Start()
	defer server.Close()
	heads := map[string]string{
		"of a length": "Content-Type: " + typeDocx + "\r\nContent-Length: 1000\r\n\r\nPK",
		"in chunks":   "Content-Type: " + typeDocx + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nPK\r\n",
		"as a form":   "Content-Type: " + typeForm + "; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name=docx\r\n\r\nPK",
	}
	for name, head := range heads {
		t.Run(name, func(t *testing.T) {
			c, err := net.Dial("tcp", server.Listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if _, err := io.WriteString(c, "POST /api/v1/scan HTTP/1.1\r\nHost: 127.0.0.1\r\n"+head); err != nil {
				t.Fatal(err)
			}
			response, err := http.ReadResponse(bufio.NewReader(c), nil)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			body, err := io.ReadAll(response.Body)
			if err != nil || response.StatusCode != http.StatusRequestTimeout || !response.Close || !strings.Contains(string(body), "too_slow") {
				t.Errorf("%s, close %v, %v: %s", response.Status, response.Close, err, body)
			}
		})
	}
}
