package api

import (
	"bytes"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzip"
)

// leastCompressed is the size of a page, in bytes, from which it is compressed:
// a report of 3,000 inputs is a megabyte, and a fifteenth of that on the wire.
const leastCompressed = 16 << 10

// compress gives the page in gzip where the browser takes that. Pages hold no
// secret that their length could tell (the session is a cookie), so that what a
// query puts into them does no harm.
func compress(c *gin.Context, page []byte) ([]byte, error) {
	c.Writer.Header().Add("Vary", "Accept-Encoding")
	if len(page) < leastCompressed || !strings.Contains(c.GetHeader("Accept-Encoding"), "gzip") {
		return page, nil
	}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(page); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	c.Header("Content-Encoding", "gzip")
	return out.Bytes(), nil
}
