package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// patchValues applies a JSON Merge Patch (RFC 7396) to the values of a report.
func (s *server) patchValues(c *gin.Context) error {
	body, err := readJSON(c, typePatch, typeJSON)
	if err != nil {
		return err
	}
	values, err := fill.ParseValues(body)
	if err != nil {
		return err
	}
	revision, _, err := ifMatch(c)
	if err != nil {
		return err
	}
	state, err := s.reports.Patch(c.Request.Context(), actorOf(c), c.Param("id"), revision, values)
	if err != nil {
		return notFound(err, noReport(c))
	}
	return s.answerReport(c, http.StatusOK, state)
}
