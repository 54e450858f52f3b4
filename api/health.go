package api

import (
	"errors"
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

// ErrDraining is what Config.Ready gives when the service is about to stop.
var ErrDraining = errors.New("the service is about to stop")

// ready tells that requests should come here: 503 where the database does not
// answer, and when the service is about to stop.
func (s *server) ready(c *gin.Context) error {
	err := s.isReady(c.Request.Context())
	if errors.Is(err, ErrDraining) {
		return refuse(codeUnavailable, "服务即将停止，请改用其他实例。", "The service is about to stop: use another instance.")
	}
	if err != nil {
		u := *unavailable
		return u.because(err)
	}
	return answer(c, http.StatusOK, statusAnswer{"ready"})
}
