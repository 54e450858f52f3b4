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
	if tag := etag(state.Report.Revision); noneMatch(c, tag) {
		c.Header("ETag", tag)
		c.Status(http.StatusNotModified)
		return nil
	}
	return s.answerReport(c, http.StatusOK, state)
}

func noReport(c *gin.Context) *refusal {
	return refuse(codeNotFound,
		"没有报告 "+c.Param("id")+"。已有的报告见 GET /api/v1/reports。",
		"There is no report "+c.Param("id")+". GET /api/v1/reports lists them.")
}
