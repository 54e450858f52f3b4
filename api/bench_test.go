package api

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime/debug"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"reportfill/templates/workreport"
)

// The benchmarks compare an HTTP fill of the built-in report, with its JSON, its
// constraints, computed fields and checks, its log line and its look at the
// database, with a gin handler that answers the same request with the same
// bytes and headers. Both are served by net/http on a loopback address to
// clients that keep their connections and do as little as they can.

func BenchmarkHTTPFill(b *testing.B) {
	body := fillBody(b)
	h := benchService(b)
	b.Run("latest", func(b *testing.B) { benchmarkHTTP(b, h, fillPath, body) })
	b.Run("version", func(b *testing.B) { benchmarkHTTP(b, h, versionPath, body) })
}

func BenchmarkHTTPBytes(b *testing.B) {
	body := fillBody(b)
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, fillPath, bytes.NewReader(body))
	r.Host, r.Header = "127.0.0.1", http.Header{"Content-Type": {typeJSON}}
	benchService(b).ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		b.Fatalf("status %d: %s", w.Code, w.Body)
	}
	e := gin.New()
	e.POST(fillPath, func(c *gin.Context) {
		for name, values := range w.Header() {
			c.Header(name, values[0])
		}
		c.Data(http.StatusOK, typeDocx, w.Body.Bytes())
	})
	benchmarkHTTP(b, e, fillPath, body)
}

// The latest version is looked up in the database for each fill; a version that
// is named is not.
const (
	fillPath    = "/api/v1/templates/" + workreport.ID + "/fill"
	versionPath = "/api/v1/templates/" + workreport.ID + "@1/fill"
)

// benchService is the service as serve makes it, its log written and thrown away.
func benchService(b *testing.B) http.Handler {
	s := newService(b, func(cfg *Config) { cfg.Log = slog.New(slog.NewJSONHandler(io.Discard, nil)) })
	if err := s.library.Seed(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s.Handler
}

// fillBody is the built-in report's example as the body of a fill.
func fillBody(b *testing.B) []byte {
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, "/api/v1/templates/"+workreport.ID+"/example", nil)
	r.Host = "127.0.0.1"
	if benchService(b).ServeHTTP(w, r); w.Code != http.StatusOK {
		b.Fatalf("status %d: %s", w.Code, w.Body)
	}
	return w.Body.Bytes()
}

func benchmarkHTTP(b *testing.B, h http.Handler, path string, body []byte) {
	defer debug.SetGCPercent(debug.SetGCPercent(200)) // as serve has it
	server := httptest.NewServer(h)
	defer server.Close()
	address := server.Listener.Addr().String()
	request := fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
		path, address, typeJSON, len(body), body)
	if err := postOnce(address, request); err != nil { // compiles the template
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	before := processorTime(b)
	b.RunParallel(func(p *testing.PB) {
		client, err := dialBench(address)
		if err != nil {
			b.Error(err)
			return
		}
		defer client.Close()
		for p.Next() {
			if err := client.post(request); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
	b.ReportMetric(float64((processorTime(b)-before).Nanoseconds())/float64(b.N), "cpu-ns/op")
}

// processorTime is what the process has used so far: it tells the two apart on a
// machine that has other work as well.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// benchClient sends requests over one connection and reads past their answers.
type benchClient struct {
	net.Conn
	r *bufio.Reader
}

func dialBench(address string) (*benchClient, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &benchClient{conn, bufio.NewReaderSize(conn, 32<<10)}, nil
}

func postOnce(address string, request []byte) error {
	c, err := dialBench(address)
	if err != nil {
		return err
	}
	defer c.Close()
	return c.post(request)
}

// post sends a request and wants the answer 200, with its length.
func (c *benchClient) post(request []byte) error {
	if _, err := c.Write(request); err != nil {
		return err
	}
	status, err := c.r.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(status, []byte("HTTP/1.1 200 ")) {
		return fmt.Errorf("answer: %s", status)
	}
	length := 0
	for {
		line, err := c.r.ReadSlice('\n')
		if err != nil {
			return err
		}
		if len(line) == 2 {
			break
		}
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return err
			}
		}
	}
	_, err = c.r.Discard(length)
	return err
}
