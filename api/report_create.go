package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// reportRequest is the body of POST /reports beside its values.
type reportRequest struct {
	Template string `json:"template" form:"template" validate:"required"` // id or id@version
	Title    string `json:"title" form:"title" validate:"max=200"`
	Previous string `json:"previous" form:"previous" validate:"max=64"` // id of last year's report
}

// createReport begins a report, with values as JSON or with a form that holds a
// finished document; incomplete is welcome.
func (s *server) createReport(c *gin.Context) error {
	media, err := mediaType(c, typeJSON, typeForm)
	if err != nil {
		return err
	}
	if media == typeForm {
		return s.importReport(c)
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	n, err := reportOf(body)
	if err != nil {
		return err
	}
	key, err := once(c, body)
	if err != nil {
		return err
	}
	return s.newReport(c, actorOf(c), n, key)
}

// newReport begins the report and answers with it.
func (s *server) newReport(c *gin.Context, who templates.Actor, n templates.NewReport, key templates.Once) error {
	state, err := s.reports.Create(c.Request.Context(), who, n, key)
	if err != nil {
		return err
	}
	c.Header("Location", "/api/v1/reports/"+state.Report.ID)
	return s.answerReport(c, http.StatusCreated, state)
}

func reportOf(body []byte) (templates.NewReport, error) {
	p, err := fill.ParseEnvelope(body)
	if err != nil {
		return templates.NewReport{}, err
	}
	var request reportRequest
	if err := bindMembers(p.Others, &request, "values"); err != nil {
		return templates.NewReport{}, err
	}
	n, err := request.newReport()
	n.Values = p.Values
	return n, err
}

// newReport is what the request asks for; its values are not here.
func (r reportRequest) newReport() (templates.NewReport, error) {
	ref, err := templates.ParseRef(r.Template)
	return templates.NewReport{Template: ref, Title: r.Title, Previous: r.Previous}, err
}
