package api

import "sync"

// scratch lends out memory for documents that are made, sent and forgotten. The
// zero value is ready; it is safe for concurrent use.
type scratch struct {
	pool sync.Pool
}

// maxScratch bounds the bytes that one request leaves behind for the next.
const maxScratch = 1 << 20

// take lends an empty slice with what room there is.
func (s *scratch) take() *[]byte {
	if b, ok := s.pool.Get().(*[]byte); ok {
		return b
	}
	return new([]byte)
}

// give takes the memory back; nothing of it may be in use any more.
func (s *scratch) give(b *[]byte) {
	if cap(*b) > maxScratch {
		return
	}
	*b = (*b)[:0]
	s.pool.Put(b)
}
