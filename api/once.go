package api

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

const maxIdempotencyKey = 255

// once reads the Idempotency-Key of a request, with a hash over method, path and
// the parts of the body.
func once(c *gin.Context, parts ...[]byte) (templates.Once, error) {
	key := c.GetHeader("Idempotency-Key")
	if key == "" {
		return templates.Once{}, nil
	}
	if len(key) > maxIdempotencyKey {
		return templates.Once{}, refuse(codeBadRequest,
			"Idempotency-Key 过长，最多 255 个字符。",
			"The Idempotency-Key is too long: 255 characters at most.")
	}
	hash := sha256.New()
	for _, p := range append([][]byte{[]byte(c.Request.Method), []byte(c.Request.URL.Path)}, parts...) {
		_ = binary.Write(hash, binary.BigEndian, int64(len(p))) // a hash never fails
		hash.Write(p)
	}
	return templates.Once{Key: key, Body: hex.EncodeToString(hash.Sum(nil))}, nil
}
