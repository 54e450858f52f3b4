package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// finalizeReport freezes a report; it is refused while anything is missing or wrong.
func (s *server) finalizeReport(c *gin.Context) error {
	revision, _, err := ifMatch(c)
	if err != nil {
		return err
	}
	key, err := once(c)
	if err != nil {
		return err
	}
	if err := noBody(c); err != nil {
		return err
	}
	var state *templates.State
	err = s.gate.run(c, func() error {
		state, err = s.reports.Finalize(c.Request.Context(), actorOf(c), c.Param("id"), revision, key)
		return err
	})
	if err != nil {
		return notFound(err, noReport(c))
	}
	return s.answerReport(c, http.StatusOK, state)
}
