package api

import (
	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// reportDocx gives the document of a report: the one kept of a final report,
// else one made from the values that are there.
func (s *server) reportDocx(c *gin.Context) error {
	var query missingQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	var doc *templates.Document
	err := s.gate.run(c, func() (err error) {
		doc, err = s.reports.Docx(c.Request.Context(), c.Param("id"), missingOptions[query.Missing])
		return err
	})
	if err != nil {
		return notFound(err, noReport(c))
	}
	return download(c, doc.Name, doc.SHA256, doc.Bytes)
}
