package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// reportManifest proves what a final report was made from.
func (s *server) reportManifest(c *gin.Context) error {
	final, err := s.reports.Final(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, refuse(codeNotFound,
			"没有报告 "+c.Param("id")+"，或它尚未定稿。定稿后才有清单。",
			"There is no report "+c.Param("id")+", or it is not final. Only final reports have a manifest."))
	}
	return answer(c, http.StatusOK, final.Manifest)
}
