package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// running is a service that run started, on a port of its own.
type running struct {
	url  string
	stop context.CancelFunc // as SIGTERM does
	code chan int
}

func serve(t *testing.T, args ...string) *running {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	r, w := io.Pipe()
	s := &running{stop: stop, code: make(chan int, 1)}
	args = append([]string{"serve", "--listen", "127.0.0.1:0", "--data", t.TempDir()}, args...)
	go func() {
		s.code <- run(ctx, args, strings.NewReader(""), io.Discard, w, func(string) (string, bool) { return "", false })
		w.Close()
	}()
	s.url = "http://" + address(t, r)
	t.Cleanup(func() {
		stop()
		select {
		case <-s.code:
		case <-time.After(10 * time.Second):
			t.Error("the service did not stop")
		}
	})
	return s
}

// address reads the log up to the line that names it, and lets the rest pass.
func address(t *testing.T, log io.Reader) string {
	t.Helper()
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		var line struct{ Msg, Address string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "serving" {
			go func() { _, _ = io.Copy(io.Discard, log) }()
			return line.Address
		}
		t.Log(lines.Text())
	}
	t.Fatal("the service did not start")
	return ""
}

func TestServe(t *testing.T) {
	s := serve(t)
	response, err := http.Get(s.url + "/api/v1/templates")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(body, []byte(`"id":"workreport"`)) {
		t.Errorf("the built-in report is not there: %s", body)
	}
	var out bytes.Buffer
	code := run(t.Context(), []string{"healthcheck", "--listen", strings.TrimPrefix(s.url, "http://")}, nil, &out, &out, noEnv)
	if code != exitOK {
		t.Errorf("healthcheck: %d: %s", code, &out)
	}
}

func noEnv(string) (string, bool) { return "", false }

// TestStopLetsRequestsEnd sends half a body, stops the service, and sends the rest.
func TestStopLetsRequestsEnd(t *testing.T) {
	s := serve(t)
	r, w := io.Pipe()
	request, err := http.NewRequest(http.MethodPost, s.url+"/api/v1/templates/workreport/check", r)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	status := make(chan string, 1)
	go func() {
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			status <- err.Error()
			return
		}
		response.Body.Close()
		status <- response.Status
	}()
	fmt.Fprint(w, `{"values": {`)
	time.Sleep(100 * time.Millisecond) // the server must have begun to read
	s.stop()
	time.Sleep(100 * time.Millisecond)
	fmt.Fprint(w, `"city": "淮州"}}`)
	w.Close()
	if got := <-status; got != "200 OK" {
		t.Errorf("the running request ended with %s", got)
	}
	select {
	case code := <-s.code:
		s.code <- code
		if code != exitOK {
			t.Errorf("exit code %d, want %d", code, exitOK)
		}
	case <-time.After(5 * time.Second):
		t.Error("the service did not stop")
	}
}

func TestIsLoopback(t *testing.T) {
	for listen, want := range map[string]bool{
		"127.0.0.1:8080": true, "localhost:8080": true, "[::1]:80": true, "127.8.8.8:1": true,
		":8080": false, "0.0.0.0:8080": false, "[::]:8080": false, "192.0.2.1:8080": false, "host.example:80": false, "nonsense": false,
	} {
		if got := isLoopback(listen); got != want {
			t.Errorf("isLoopback(%q) = %t, want %t", listen, got, want)
		}
	}
}
