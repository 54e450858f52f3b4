package batch

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"

	"reportfill/fill"
)

// endless gives the same row until the context ends.
type endless struct{ given atomic.Int64 }

func (e *endless) Next() (*Row, error) {
	n := int(e.given.Add(1))
	return &Row{Number: n, Values: fill.Values{{Name: "city", Value: fill.Value{Type: fill.String, Text: strconv.Itoa(n)}}}}, nil
}

func (e *endless) Rows() int { return 0 }

func (e *endless) Close() error { return nil }

func TestCancelEndsTheBatch(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	before := runtime.NumGoroutine()
	_, err := Run(ctx, io.Discard, brief(t), &endless{}, Options{Missing: fill.MissingBlank, Progress: func(s Summary) {
		if s.Rows == 100 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

// failing fails after so many bytes.
type failing struct{ left int }

var errGone = errors.New("the client is gone")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errGone
	}
	return len(p), nil
}

func TestWriterThatFailsEndsTheBatch(t *testing.T) {
	source := &endless{}
	_, err := Run(context.Background(), &failing{left: 100_000}, brief(t), source, Options{Missing: fill.MissingBlank})
	if !errors.Is(err, errGone) {
		t.Errorf("error %v, want %v", err, errGone)
	}
}
