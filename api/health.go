package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// statusAnswer is the answer of /healthz and /readyz.
type statusAnswer struct {
	Status string `json:"status"`
}

// health tells that the process serves.
func (s *server) health(c *gin.Context) error {
	return answer(c, http.StatusOK, statusAnswer{"ok"})
}

// ready tells that the database answers as well: 503 where it does not.
func (s *server) ready(c *gin.Context) error {
	if err := s.isReady(c.Request.Context()); err != nil {
		u := *unavailable
		return u.because(err)
	}
	return answer(c, http.StatusOK, statusAnswer{"ready"})
}
