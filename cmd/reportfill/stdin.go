package main

import (
	"context"
	"io"
)

// patient reads a standard input that may never come to its end, until the context
// does.
type patient struct {
	ctx context.Context
	r   io.Reader
}

// Read reads as the reader below does, or gives the context's cause. What comes
// after that is lost.
func (s patient) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	came, data := make(chan result, 1), make([]byte, len(p)) // p is the caller's again after Read
	go func() {
		n, err := s.r.Read(data)
		came <- result{n, err}
	}()
	select {
	case r := <-came:
		return copy(p, data[:r.n]), r.err
	case <-s.ctx.Done():
		return 0, context.Cause(s.ctx)
	}
}
