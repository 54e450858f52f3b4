package main

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// freeAddress is an address that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func body(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestMetricsAndProfiles(t *testing.T) {
	debug := freeAddress(t)
	s := serve(t, "--debug-listen", debug)
	body(t, s.url+"/api/v1/templates/workreport")
	for _, url := range []string{s.url + "/metrics", "http://" + debug + "/metrics"} {
		_, got := body(t, url)
		for _, want := range []string{
			`reportfill_http_requests_total{method="GET",route="/api/v1/templates/:id",status="200"} 1`,
			`go_sql_open_connections{db_name="sqlite_reader"}`, "go_goroutines", "process_open_fds", "reportfill_connections ",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %s", url, want)
			}
		}
	}
	if status, got := body(t, "http://"+debug+"/debug/pprof/goroutine?debug=1"); status != http.StatusOK || !strings.Contains(got, "goroutine profile") {
		t.Errorf("profile: status %d", status)
	}
	if status, _ := body(t, s.url+"/debug/pprof/"); status != http.StatusNotFound {
		t.Errorf("profiles on the service's own address: status %d, want 404", status)
	}
}

func TestReadyzTellsOfTheStop(t *testing.T) {
	s := serve(t, "--drain-delay", "2s")
	if status, _ := body(t, s.url+"/readyz"); status != http.StatusOK {
		t.Fatalf("status %d before the stop", status)
	}
	s.stop()
	for deadline := time.Now().Add(time.Second); ; {
		status, got := body(t, s.url+"/readyz")
		if status == http.StatusServiceUnavailable && strings.Contains(got, "即将停止") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("status %d after the stop: %s", status, got)
		}
	}
	if status, _ := body(t, s.url+"/healthz"); status != http.StatusOK {
		t.Errorf("requests that come while the stop is made known: status %d", status)
	}
}

// A collector gets the spans of a request by its route.
func TestTraces(t *testing.T) {
	got := make(chan string, 10)
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		spans, _ := io.ReadAll(r.Body)
		got <- r.URL.Path + string(spans)
	}))
	defer collector.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	t.Setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
	s := serve(t)
	body(t, s.url+"/api/v1/templates/workreport/schema")
	select {
	case spans := <-got:
		if !strings.HasPrefix(spans, "/v1/traces") || !strings.Contains(spans, "/api/v1/templates/:id/schema") {
			t.Errorf("got %q", spans)
		}
	case <-time.After(5 * time.Second):
		t.Error("no spans came")
	}
}
