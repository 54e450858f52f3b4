package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (s *server) showReport(c *gin.Context) error {
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, noReport(c))
	}
	if unchanged(c, etag(state.Report.Revision)) {
		return nil
	}
	return s.answerReport(c, http.StatusOK, state)
}

func noReport(c *gin.Context) *refusal {
	id := shownID(c)
	return refuse(codeNotFound,
		"没有报告 "+id+"。已有的报告见 GET /api/v1/reports。",
		"There is no report "+id+". GET /api/v1/reports lists them.")
}
