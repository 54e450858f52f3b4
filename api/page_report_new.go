package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// newReportPage asks for what a report begins with.
func (s *server) newReportPage(c *gin.Context) error {
	return s.askForReport(c, http.StatusOK, web.NewReport{Template: c.Query("template"), Previous: c.Query("previous")})
}

func (s *server) askForReport(c *gin.Context, status int, view web.NewReport) error {
	var err error
	if view.Templates, err = s.allTemplates(c); err != nil {
		return err
	}
	reports, err := s.reports.List(c.Request.Context(), templates.ReportQuery{Limit: templates.MaxLimit})
	if err != nil {
		return err
	}
	view.Reports = reports.Items
	return s.page(c, status, "report_new", view)
}

// newReportForm begins a report and leads to it. What is wrong with the form is
// told on the form.
func (s *server) newReportForm(c *gin.Context) error {
	if err := c.Request.ParseForm(); err != nil {
		return brokenBody(c, err)
	}
	form := c.Request.PostForm
	view := web.NewReport{Template: form.Get("template"), Title: form.Get("title"), Previous: form.Get("previous")}
	state, err := s.beginReport(c, view)
	if err == nil {
		c.Redirect(http.StatusSeeOther, "/reports/"+state.Report.ID)
		return nil
	}
	f := diagnose(err)
	if f.status != http.StatusUnprocessableEntity {
		return err
	}
	view.Fault = f.detail.In(s.language(c))
	return s.askForReport(c, f.status, view)
}

func (s *server) beginReport(c *gin.Context, view web.NewReport) (*templates.State, error) {
	ref, err := templates.ParseRef(view.Template)
	if err != nil {
		return nil, err
	}
	n := templates.NewReport{Template: ref, Title: view.Title, Previous: view.Previous}
	return s.reports.Create(c.Request.Context(), actorOf(c), n, templates.Once{})
}
