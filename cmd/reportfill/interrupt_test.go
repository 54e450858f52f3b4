package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// interrupting is standard input at whose end the program is asked to stop.
type interrupting struct {
	io.Reader
	stop context.CancelCauseFunc
}

func (r interrupting) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil {
		r.stop(errors.New("interrupt signal received"))
	}
	return n, err
}

// An interrupted batch says so, and leaves no file.
func TestInterruptedBatch(t *testing.T) {
	for lang, want := range map[string]string{"zh": "已中断", "en": "interrupted"} {
		ctx, stop := context.WithCancelCause(context.Background())
		folder := t.TempDir()
		args := []string{"--lang", lang, "batch", "workreport", "-", "-o", filepath.Join(folder, "out.zip"), "--missing", "keep"}
		var stderr bytes.Buffer
		code := run(ctx, args, interrupting{strings.NewReader(strings.Repeat("{}\n", 50)), stop}, io.Discard, &stderr,
			func(string) (string, bool) { return "", false })
		if got := stderr.String(); code != exitProblem || !strings.Contains(got, want) || strings.Contains(got, "signal") {
			t.Errorf("got code %d and %q, want %q in it", code, got, want)
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
			t.Errorf("left %v, %v", left, err)
		}
	}
}

// A command that waits for standard input is stopped while it does.
func TestInterruptedInput(t *testing.T) {
	for _, args := range [][]string{{"scan", "-"}, {"check", "workreport", "-"}, {"batch", "workreport", "-", "-o", "-"}} {
		ctx, stop := context.WithCancel(context.Background())
		stop()
		silent, end := io.Pipe()
		defer end.Close()
		var stderr bytes.Buffer
		code := run(ctx, args, silent, io.Discard, &stderr, func(string) (string, bool) { return "", false })
		if code != exitProblem || !strings.Contains(stderr.String(), "已中断") {
			t.Errorf("%v: got code %d and %q", args, code, stderr.String())
		}
	}
}
