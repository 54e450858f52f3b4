package api

import (
	"io"

	"github.com/gin-gonic/gin"
	"golang.org/x/sync/semaphore"
)

// DefaultUploadMemory is the limit of what all large bodies that are being read
// or worked on take together, in bytes.
const DefaultUploadMemory = 256 << 20

const (
	smallBody   = 64 << 10 // bytes of a body that are not accounted for
	memoryShare = 1 << 20  // bytes that a larger one takes at a time, as they come
)

// accountBody bounds the memory of all large bodies together. A body takes its
// share as it comes, not as it is announced: who only announces holds nothing.
func (s *server) accountBody(c *gin.Context) {
	if n := c.Request.ContentLength; n >= 0 && n <= smallBody || c.FullPath() == batchPath {
		return // the rows of a batch lie on the disk
	}
	body := &accountedBody{ReadCloser: c.Request.Body, memory: s.uploads, free: smallBody}
	c.Request.Body = body
	defer body.release()
	c.Next()
}

// accountedBody is a body whose memory is accounted for until release.
type accountedBody struct {
	io.ReadCloser
	memory *semaphore.Weighted
	taken  int64
	free   int64 // bytes that may come before more is taken
}

// Read refuses with overloaded where there is no memory for more.
func (b *accountedBody) Read(p []byte) (int, error) {
	if b.free <= 0 {
		if !b.memory.TryAcquire(memoryShare) {
			return 0, overloaded
		}
		b.taken += memoryShare
		b.free += memoryShare
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.free)])
	b.free -= int64(n)
	return n, err
}

func (b *accountedBody) release() { b.memory.Release(b.taken) }
