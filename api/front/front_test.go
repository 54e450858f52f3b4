package front

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

var quick = Options{
	ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 300 * time.Millisecond, MinRate: 1 << 20,
	WriteTimeout: 300 * time.Millisecond, IdleTimeout: 5 * time.Second, MaxConnections: 100, ShutdownTimeout: 5 * time.Second,
}

// started is a server on a port of its own.
type started struct {
	*Server
	address string
	stop    context.CancelFunc
	ended   chan error
}

func start(t *testing.T, o Options, h http.Handler) *started {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	s := &started{Server: New(o, slog.New(slog.DiscardHandler)), address: l.Addr().String(), stop: stop, ended: make(chan error, 1)}
	go func() { s.ended <- s.Serve(ctx, l, h) }()
	t.Cleanup(stop)
	return s
}

func (s *started) dial(t *testing.T) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// get asks over a connection of its own.
func (s *started) get(path string) (string, error) {
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 5 * time.Second}
	response, err := client.Get("http://" + s.address + path)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return response.Status + " " + string(body), err
}

func echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprint(w, "got ", len(body))
}

// Three times as many connections as there is room for, each slow in its way: a
// client that does its part is served, again and again.
func TestSlowClientsMakeRoom(t *testing.T) {
	heads := map[string]string{
		"silent":     "",
		"slow head":  "GET / HTTP/1.1\r\nHost: a\r\nX-",
		"slow body":  "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nab",
		"kept alive": "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
	}
	for name, head := range heads {
		t.Run(name, func(t *testing.T) {
			o := quick
			o.ReadTimeout = 5 * time.Second
			s := start(t, o, http.HandlerFunc(echo))
			for i := range 3 * o.MaxConnections {
				c := s.dial(t)
				if _, err := io.WriteString(c, head); err != nil {
					t.Fatal(err)
				}
				if i%20 != 0 {
					continue
				}
				if got, err := s.get("/"); err != nil || got != "200 OK got 0" {
					t.Fatalf("after %d slow clients: %q, %v", i+1, got, err)
				}
			}
			if n := s.Connections(); n > o.MaxConnections {
				t.Errorf("%d connections, want at most %d", n, o.MaxConnections)
			}
			if s.Evicted() < uint64(o.MaxConnections) {
				t.Errorf("%d connections made room, want at least %d", s.Evicted(), o.MaxConnections)
			}
		})
	}
}

// A client in the midst of a request that the service works on keeps its
// connection, whoever comes.
func TestWorkKeepsItsConnection(t *testing.T) {
	o := quick
	o.MaxConnections = 2
	release := make(chan struct{})
	s := start(t, o, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-release
		fmt.Fprint(w, "done")
	}))
	answers := make(chan string)
	for range o.MaxConnections {
		go func() {
			got, err := s.get("/")
			answers <- fmt.Sprint(got, err)
		}()
	}
	for s.Connections() < o.MaxConnections {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(50 * time.Millisecond) // both requests must have reached the handler
	late := s.dial(t)
	if _, err := late.Read(make([]byte, 1)); err == nil || s.Refused() == 0 {
		t.Errorf("a connection for which there was no room: %v, %d refused", err, s.Refused())
	}
	close(release)
	for range o.MaxConnections {
		if got := <-answers; got != "200 OK done<nil>" {
			t.Error(got)
		}
	}
}

func TestSlowBodyIsCut(t *testing.T) {
	s := start(t, quick, http.HandlerFunc(echo))
	c := s.dial(t)
	fmt.Fprint(c, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
	go func() {
		for {
			if _, err := c.Write([]byte("x")); err != nil {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
	}()
	status, err := bufio.NewReader(c).ReadString('\n')
	if err != nil || !strings.Contains(status, "400") {
		t.Errorf("got %q, %v, want a refusal", status, err)
	}
}

// A body that takes longer than ReadTimeout, at the rate that is asked, is read.
func TestSteadyBodyIsRead(t *testing.T) {
	o := quick
	o.ReadHeaderTimeout, o.MinRate = 100*time.Millisecond, 256<<10
	s := start(t, o, http.HandlerFunc(echo))
	c := s.dial(t)
	const piece, pieces = 64 << 10, 10
	fmt.Fprintf(c, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n", piece*pieces)
	for range pieces {
		if _, err := c.Write(make([]byte, piece)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(80 * time.Millisecond)
	}
	status, err := bufio.NewReader(c).ReadString('\n')
	if err != nil || !strings.Contains(status, "200") {
		t.Errorf("got %q, %v, want 200", status, err)
	}
}

// A client that does not read its answer holds the handler no longer than
// WriteTimeout; one that reads slowly gets all of it.
func TestAnswerMustBeTaken(t *testing.T) {
	const size = 32 << 20
	wrote := make(chan error, 1)
	s := start(t, quick, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := w.Write(make([]byte, size))
		wrote <- err
	}))
	c := s.dial(t)
	fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
	select {
	case err := <-wrote:
		if err == nil {
			t.Error("all was written, and nobody read")
		}
	case <-time.After(5 * time.Second):
		t.Fatal("the handler was held up")
	}
	slow := s.dial(t)
	fmt.Fprint(slow, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
	got := 0
	for buf := make([]byte, 4<<20); got < size; {
		n, err := io.ReadFull(slow, buf)
		if got += n; err != nil && got < size {
			t.Fatalf("%d bytes, then %v", got, err)
		}
		time.Sleep(60 * time.Millisecond)
	}
	if err := <-wrote; err != nil {
		t.Error(err)
	}
}

func TestDrain(t *testing.T) {
	o := quick
	o.DrainDelay = 300 * time.Millisecond
	begun, release := make(chan struct{}), make(chan struct{})
	var s *started
	s = start(t, o, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			close(begun)
			<-release
		}
		fmt.Fprint(w, s.Draining())
	}))
	slow := make(chan string)
	go func() {
		got, err := s.get("/slow")
		slow <- fmt.Sprint(got, err)
	}()
	<-begun
	s.stop()
	for !s.Draining() {
		time.Sleep(time.Millisecond)
	}
	if got, err := s.get("/"); err != nil || got != "200 OK true" {
		t.Errorf("while the stop is made known: %q, %v", got, err)
	}
	time.Sleep(o.DrainDelay + 100*time.Millisecond)
	if got, err := s.get("/"); err == nil {
		t.Errorf("afterwards: %q, want no connection", got)
	}
	close(release)
	if got := <-slow; got != "200 OK true<nil>" {
		t.Errorf("the request that ran: %s", got)
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

func TestDrainIsBounded(t *testing.T) {
	o := quick
	o.ShutdownTimeout = 100 * time.Millisecond
	begun := make(chan struct{})
	s := start(t, o, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		<-r.Context().Done() // as Close cuts it
	}))
	go s.get("/")
	<-begun
	s.stop()
	if err := <-s.ended; !errors.Is(err, ErrCut) {
		t.Errorf("got %v, want %v", err, ErrCut)
	}
}

// A client that sends all of its body before it reads gets the answer of a handler
// that wants none of it, and no broken connection.
func TestUnreadBodies(t *testing.T) {
	o := quick
	o.ReadTimeout, o.WriteTimeout = 5*time.Second, 5*time.Second
	refuse := func(w http.ResponseWriter, r *http.Request) {
		r.Body = struct{ io.ReadCloser }{r.Body} // as a limit of the body does
		http.Error(w, "who are you?", http.StatusUnauthorized)
	}
	some := func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.ReadFull(r.Body, make([]byte, 1000))
		refuse(w, r)
	}
	for _, tt := range []struct {
		name, head string
		size       int
		handler    http.HandlerFunc
	}{
		{"large", "", 16 << 20, refuse},
		{"read in part", "", 16 << 20, some},
		{"of a connection that ends", "Connection: close\r\n", 32 << 10, refuse},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := start(t, o, tt.handler).dial(t)
			fmt.Fprintf(c, "POST / HTTP/1.1\r\nHost: a\r\n%sContent-Length: %d\r\n\r\n", tt.head, tt.size)
			if _, err := c.Write(make([]byte, tt.size)); err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(c)
			if err != nil || !strings.HasPrefix(string(got), "HTTP/1.1 401 ") {
				t.Errorf("got %.40q, %v", got, err)
			}
		})
	}
}

// A client that asks first and is refused is told so at once: its body never comes.
func TestRefusedExpectation(t *testing.T) {
	c := start(t, quick, http.HandlerFunc(http.NotFound)).dial(t)
	fmt.Fprint(c, "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n")
	got, err := io.ReadAll(c)
	if err != nil || !strings.HasPrefix(string(got), "HTTP/1.1 404 ") {
		t.Errorf("got %.40q, %v", got, err)
	}
}
