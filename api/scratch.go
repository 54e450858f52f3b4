package api

import (
	"bytes"
	"sync"

	"reportfill/fill"
)

// workspace is the memory of a request whose values are read, filled in, sent
// and forgotten.
type workspace struct {
	body   bytes.Buffer
	values fill.Values
	docx   []byte
}

// Bounds of what one request leaves behind for the next.
const (
	maxSpareBytes  = 1 << 20
	maxSpareValues = 4 << 10
)

// scratch lends out workspaces. The zero value is ready; it is safe for
// concurrent use.
type scratch struct {
	pool sync.Pool
}

// take lends an empty workspace.
func (s *scratch) take() *workspace {
	if w, ok := s.pool.Get().(*workspace); ok {
		return w
	}
	return new(workspace)
}

// give takes a workspace back; nothing of it may be in use any more.
func (s *scratch) give(w *workspace) {
	if w.body.Cap() > maxSpareBytes || cap(w.docx) > maxSpareBytes || cap(w.values) > maxSpareValues {
		return
	}
	w.body.Reset()
	clear(w.values[:cap(w.values)]) // they hold on to the body's text
	w.values, w.docx = w.values[:0], w.docx[:0]
	s.pool.Put(w)
}
