package api

import (
	"github.com/gin-gonic/gin"
)

// reportDocx gives the document of a report: the one kept of a final report,
// else one made from the values that are there.
func (s *server) reportDocx(c *gin.Context) error {
	var query missingQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	doc, err := s.reports.Docx(c.Request.Context(), c.Param("id"), missingOptions[query.Missing])
	if err != nil {
		return notFound(err, noReport(c))
	}
	return download(c, doc.Name, doc.SHA256, doc.Bytes)
}
