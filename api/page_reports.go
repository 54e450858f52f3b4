package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// pageOfReports is how many reports a page lists.
const pageOfReports = 30

// reportsPage lists reports; its form is its query.
func (s *server) reportsPage(c *gin.Context) error {
	view := web.Reports{
		Text: c.Query("q"), Status: templates.Status(c.Query("status")), Template: c.Query("template"),
		Cursor: c.Query("cursor"),
	}
	page, err := s.reportsFrom(c, view.Template, templates.ReportQuery{
		Status: view.Status, Text: view.Text, Cursor: view.Cursor, Limit: pageOfReports,
	})
	if err != nil {
		return err
	}
	view.Page = page
	if view.Templates, err = s.allTemplates(c); err != nil {
		return err
	}
	return s.page(c, http.StatusOK, "reports", view)
}

// allTemplates gives the templates that a page offers to choose from.
func (s *server) allTemplates(c *gin.Context) ([]templates.Template, error) {
	page, err := s.library.List(c.Request.Context(), templates.TemplateQuery{Limit: templates.MaxLimit})
	return page.Items, err
}
