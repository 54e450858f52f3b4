package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// reportDraft gives the document of a report as far as it has come: what is
// missing or wrong stays a highlighted mark.
func (s *server) reportDraft(c *gin.Context) error {
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, lostReport)
	}
	if state.Report.Status == templates.StatusFinal {
		return s.reportDocx(c)
	}
	var docx bytes.Buffer
	err = s.gate.run(c, func() error {
		return state.Template.Fill.Fill(&docx, state.Report.Payload(), fill.Options{Missing: fill.MissingKeep, Draft: true})
	})
	if err != nil {
		return err
	}
	sum := sha256.Sum256(docx.Bytes())
	return download(c, state.Report.Title, hex.EncodeToString(sum[:]), docx.Bytes())
}
