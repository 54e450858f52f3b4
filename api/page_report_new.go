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
	view, docx, err := newReportOf(c)
	if err != nil {
		return err
	}
	state, err := s.beginReport(c, view, docx)
	if err == nil {
		c.Redirect(http.StatusSeeOther, "/reports/"+state.Report.ID)
		return nil
	}
	f := diagnose(err)
	if f.status != http.StatusUnprocessableEntity {
		return err
	}
	p := f.problem(s.language(c))
	view.Fault = p.Detail
	for _, e := range p.Errors[:min(len(p.Errors), mostFaults)] {
		view.Faults = append(view.Faults, e.Message)
	}
	if view.Fault == "" {
		view.Fault = p.Title
	}
	return s.askForReport(c, f.status, view)
}

// mostFaults is how many faults of a form are listed, beside what they come to.
const mostFaults = 2

// newReportOf reads the form, and last year's document where it holds one.
func newReportOf(c *gin.Context) (view web.NewReport, docx formPart, err error) {
	media, err := mediaType(c, "application/x-www-form-urlencoded", typeForm)
	if err != nil {
		return view, docx, err
	}
	if media != typeForm {
		if err := c.Request.ParseForm(); err != nil {
			return view, docx, brokenBody(c, err)
		}
		form := c.Request.PostForm
		return web.NewReport{Template: form.Get("template"), Title: form.Get("title"), Previous: form.Get("previous")}, docx, nil
	}
	form, err := readForm(c, "template", "title", "previous", "docx")
	view = web.NewReport{
		Template: string(form["template"].data), Title: string(form["title"].data), Previous: string(form["previous"].data),
	}
	return view, form["docx"], err
}

// beginReport begins a report, which is compared with last year's document where
// there is one, else with the report that the form names.
func (s *server) beginReport(c *gin.Context, view web.NewReport, docx formPart) (*templates.State, error) {
	ref, err := templates.ParseRef(view.Template)
	if err != nil {
		return nil, err
	}
	n := templates.NewReport{Template: ref, Title: view.Title, Previous: view.Previous}
	if len(docx.data) > 0 {
		last, err := s.lastYear(c, ref, docx, "")
		if err != nil {
			return nil, err
		}
		n.Last = &last
	}
	return s.reports.Create(c.Request.Context(), actorOf(c), n, templates.Once{})
}
