package front

import (
	"io"
	"net/http"
	"time"
)

// paced is a handler that holds its clients to progress.
type paced struct {
	http.Handler
	Options
}

type connectionKey struct{}

// ServeHTTP tells the crowd when the service works and when it waits, and gives
// the client's body and answer their time.
func (p paced) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	conn, _ := r.Context().Value(connectionKey{}).(*connection)
	conn.busy()
	defer conn.waits()
	x := &exchange{
		ResponseWriter: w, conn: conn, control: http.NewResponseController(w),
		pace: p.Options, began: time.Now(), next: paceEvery,
	}
	if r.Body != nil && r.Body != http.NoBody {
		x.body, x.asks = r.Body, r.Header.Get("Expect") != ""
		r.Body = incoming{x}
	}
	p.Handler.ServeHTTP(x, r)
	x.mayWrite() // what is still to be sent
	x.linger()
}

// paceEvery is the bytes of a body after which it is given more time.
const paceEvery = 64 << 10

// exchange is one request and its answer.
type exchange struct {
	http.ResponseWriter
	conn    *connection
	control *http.ResponseController
	pace    Options
	began   time.Time

	body       io.ReadCloser
	asks       bool      // whether the client waits for leave to send it (RFC 9110, 10.1.1)
	ended      bool      // whether the body came to its end, or broke off
	read, next int64     // bytes of the body that came, and those at which it gets more time
	allowed    time.Time // when writing was last given time
}

// incoming is the body of a request.
type incoming struct{ *exchange }

// Read waits for the client no longer than its rate allows.
func (b incoming) Read(p []byte) (int, error) {
	b.conn.waits()
	n, err := b.body.Read(p)
	b.conn.busy()
	b.asks, b.ended = false, err != nil
	if b.read += int64(n); b.read >= b.next {
		b.next = b.read + paceEvery
		earned := time.Duration(b.read) * time.Second / time.Duration(b.pace.MinRate)
		_ = b.control.SetReadDeadline(b.began.Add(b.pace.ReadTimeout + earned)) // fails on a connection that is gone
	}
	return n, err
}

// Close closes the body.
func (b incoming) Close() error { return b.body.Close() }

// Bounds of a body that is read for the sake of its client alone.
const (
	lingerBytes = 64 << 20
	lingerFor   = 30 * time.Second
)

// linger sends the answer to a request whose body was left unread, and reads the
// rest: most clients send all of it before they look for an answer, which is lost
// where the connection ends before (RFC 9112, 9.6).
func (x *exchange) linger() {
	if x.body == nil || x.ended || x.asks {
		return
	}
	x.Flush()
	x.conn.waits()
	_ = x.control.SetReadDeadline(time.Now().Add(lingerFor)) // fails on a connection that is gone
	_, _ = io.CopyN(io.Discard, x.body, lingerBytes)         // what fails has had its answer
	x.conn.busy()
}

// WriteHeader ends the connection of a client that waits for leave to send a body
// which nobody wants: it may send it, or the next request.
func (x *exchange) WriteHeader(status int) {
	if x.asks {
		x.Header().Set("Connection", "close")
	}
	x.ResponseWriter.WriteHeader(status)
}

// Write sends in pieces, each of which the client must take in time.
func (x *exchange) Write(p []byte) (int, error) {
	written := 0
	for {
		piece := p[written:min(len(p), written+paceEvery)]
		x.mayWrite()
		x.conn.waits()
		n, err := x.ResponseWriter.Write(piece)
		x.conn.busy()
		if written += n; err != nil || written == len(p) {
			return written, err
		}
	}
}

// Flush sends what has been written.
func (x *exchange) Flush() {
	x.mayWrite()
	_ = x.control.Flush() // the writes to come fail
}

// mayWrite gives the client time to take what is written next. What was given a
// moment ago will do.
func (x *exchange) mayWrite() {
	now := time.Now()
	if now.Sub(x.allowed) < x.pace.WriteTimeout/8 {
		return
	}
	x.allowed = now
	_ = x.control.SetWriteDeadline(now.Add(x.pace.WriteTimeout)) // fails on a connection that is gone
}

// Unwrap gives the writer beneath, as http.ResponseController wants it.
func (x *exchange) Unwrap() http.ResponseWriter { return x.ResponseWriter }
