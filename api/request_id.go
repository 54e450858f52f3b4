package api

import (
	"crypto/rand"
	"regexp"

	"github.com/gin-gonic/gin"
)

const headerRequestID = "X-Request-Id"

// requestIDs are the ids of callers that we keep: nothing that could break a
// log line or a header.
var requestIDs = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// identify gives the request its id: the caller's own where it is fit, so that a
// request can be followed through several services.
func (s *server) identify(c *gin.Context) error {
	id := c.GetHeader(headerRequestID)
	if !requestIDs.MatchString(id) {
		id = rand.Text()
	}
	c.Set(headerRequestID, id)
	c.Header(headerRequestID, id)
	return nil
}

func requestID(c *gin.Context) string { return c.GetString(headerRequestID) }
