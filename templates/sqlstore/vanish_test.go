package sqlstore

import (
	"context"
	"errors"
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
	"time"

	"reportfill/templates"
	"reportfill/templates/storetest"
)

// A server that vanishes is unavailable, soon, and is used again once it is back.
func TestPostgresVanishes(t *testing.T) {
	ctx := context.Background()
	dsn, wire := throughWire(t, storetest.Postgres(t))
	s := open(t, dsn)
	id := storetest.Finished(t, s)

	wire.cut()
	for what, call := range map[string]func() error{
		"read":  func() error { _, err := s.Report(ctx, id); return err },
		"write": func() error { return s.InsertToken(ctx, token("a")) },
		"ready": func() error { return s.Ready(ctx) },
	} {
		began := time.Now()
		if err := call(); !errors.Is(err, templates.ErrUnavailable) {
			t.Errorf("%s without the server: got %v, want %v", what, err, templates.ErrUnavailable)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s without the server took %v", what, took)
		}
	}
	if _, err := Open(ctx, dsn); !errors.Is(err, templates.ErrUnavailable) {
		t.Errorf("Open without the server: got %v, want %v", err, templates.ErrUnavailable)
	}

	wire.mend(t)
	if err := s.Ready(ctx); err != nil {
		t.Errorf("Ready with the server again: %v", err)
	}
	addToken(t, s, "a")
	if _, err := s.Report(ctx, id); err != nil {
		t.Errorf("read with the server again: %v", err)
	}
}

// A server that ends its connections, as for a restart.
func TestPostgresEndsConnections(t *testing.T) {
	ctx := context.Background()
	s := open(t, storetest.Postgres(t))
	addToken(t, s, "a")
	for range 3 {
		_, err := s.writer.Exec(`SELECT pg_terminate_backend(pg_backend_pid())`)
		if !errors.Is(failure(ctx, err), templates.ErrUnavailable) {
			t.Errorf("the query that was ended: got %v, want %v", err, templates.ErrUnavailable)
		}
		if _, err := s.Tokens(ctx); err != nil {
			t.Errorf("the next query: %v", err)
		}
	}
}

// wire carries TCP connections to a server until it is cut.
type wire struct {
	server, address string

	mu       sync.Mutex
	listener net.Listener
	conns    []net.Conn
}

// throughWire gives the DSN of the same database through a wire.
func throughWire(t *testing.T, dsn string) (string, *wire) {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{server: u.Host, address: "127.0.0.1:0"}
	w.mend(t)
	t.Cleanup(w.cut)
	u.Host = w.address
	return u.String(), w
}

func (w *wire) mend(t *testing.T) {
	t.Helper()
	listener, err := net.Listen("tcp", w.address)
	if err != nil {
		t.Fatal(err)
	}
	w.listener, w.address = listener, listener.Addr().String()
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			w.carry(client)
		}
	}()
}

func (w *wire) carry(client net.Conn) {
	server, err := net.Dial("tcp", w.server)
	if err != nil {
		client.Close()
		return
	}
	w.mu.Lock()
	w.conns = append(w.conns, client, server)
	w.mu.Unlock()
	go func() { _, _ = io.Copy(server, client); server.Close() }()
	go func() { _, _ = io.Copy(client, server); client.Close() }()
}

func (w *wire) cut() {
	w.listener.Close()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range w.conns {
		c.Close()
	}
	w.conns = nil
}
