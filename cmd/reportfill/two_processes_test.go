package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"strings"
	"sync"
	"syscall"
	"testing"

	"reportfill/templates/storetest"
)

// TestOneOfTwoEnds ends one of two services on one PostgreSQL among writes that
// a round-robin shares out. The other goes on, and nothing acknowledged is lost.
func TestOneOfTwoEnds(t *testing.T) {
	for _, test := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGTERM, exitOK}, {syscall.SIGKILL, -1}} {
		t.Run(test.signal.String(), func(t *testing.T) {
			dsn := storetest.Postgres(t)
			one, two := startProcess(t, "--database", dsn), startProcess(t, "--database", dsn)
			balancer := &roundRobin{services: []string{one.url, two.url}, served: map[string]int{}}
			o := newOffice(t, balancer.serve(t))

			workUntil(t, o, func() {
				o.await(t, 120)
				if code := one.end(t, test.signal); code != test.code {
					t.Errorf("exit code %d, want %d: %s", code, test.code, one.log())
				}
				o.await(t, 120)
			})

			o.url = two.url
			o.verifyAll(t)
			t.Logf("%d writes acknowledged; answers by service: %v; requests cut off: %d", o.acknowledged.Load(), balancer.served, balancer.cut)
			if n := balancer.served[strings.TrimPrefix(one.url, "http://")]; n < 30 {
				t.Errorf("the service that was ended had answered %d requests: too few to tell anything", n)
			}
		})
	}
}

// roundRobin gives each request to the next service, and to the one after where
// that cannot be reached. It sends nothing twice that may have arrived.
type roundRobin struct {
	services []string

	mu     sync.Mutex
	turn   int
	served map[string]int // answers by host
	cut    int            // requests that were sent and not answered
}

// serve gives the URL of the round-robin, which ends with the test.
func (r *roundRobin) serve(t *testing.T) string {
	proxy := &httputil.ReverseProxy{
		Rewrite:      func(*httputil.ProxyRequest) {},
		Transport:    r,
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	return server.URL
}

// RoundTrip is http.RoundTripper's.
func (r *roundRobin) RoundTrip(request *http.Request) (*http.Response, error) {
	var body []byte
	var err error
	if request.Body != nil { // httputil's habit where there is none
		if body, err = io.ReadAll(request.Body); err != nil {
			return nil, err
		}
	}
	for range r.services {
		again := request.Clone(request.Context())
		again.URL.Scheme, again.URL.Host = "http", r.next()
		again.Body = io.NopCloser(bytes.NewReader(body))
		var response *http.Response
		response, err = http.DefaultTransport.RoundTrip(again)
		if !unreached(err) {
			r.count(again.URL.Host, err)
			return response, err
		}
	}
	return nil, err
}

func (r *roundRobin) next() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.turn++
	return strings.TrimPrefix(r.services[r.turn%len(r.services)], "http://")
}

func (r *roundRobin) count(host string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err == nil {
		r.served[host]++
	} else if !errors.Is(err, context.Canceled) {
		r.cut++
	}
}

// unreached tells whether nothing of a request can have arrived.
func unreached(err error) bool {
	var network *net.OpError
	return errors.As(err, &network) && network.Op == "dial"
}
