package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// reportSheetPage hands out a report's form for Excel and takes it back. A final
// report has none.
func (s *server) reportSheetPage(c *gin.Context) error {
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, lostReport)
	}
	if state.Report.Status == templates.StatusFinal {
		c.Redirect(http.StatusSeeOther, "/reports/"+state.Report.ID)
		return nil
	}
	return s.page(c, http.StatusOK, "report_sheet", web.ReportSheet{Report: state.Report})
}
