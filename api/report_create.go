package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// reportRequest is the body of POST /reports beside its values.
type reportRequest struct {
	Template string `json:"template" validate:"required"` // id or id@version
	Title    string `json:"title" validate:"max=200"`
	Previous string `json:"previous" validate:"max=64"` // id of last year's report
}

// createReport begins a report; incomplete is welcome.
func (s *server) createReport(c *gin.Context) error {
	body, err := readJSON(c, typeJSON)
	if err != nil {
		return err
	}
	n, err := newReport(body)
	if err != nil {
		return err
	}
	key, err := once(c, body)
	if err != nil {
		return err
	}
	state, err := s.reports.Create(c.Request.Context(), actorOf(c), n, key)
	if err != nil {
		return err
	}
	c.Header("Location", "/api/v1/reports/"+state.Report.ID)
	return s.answerReport(c, http.StatusCreated, state)
}

func newReport(body []byte) (templates.NewReport, error) {
	p, err := fill.ParseEnvelope(body)
	if err != nil {
		return templates.NewReport{}, err
	}
	var request reportRequest
	if err := bindMembers(p.Others, &request); err != nil {
		return templates.NewReport{}, err
	}
	ref, err := templates.ParseRef(request.Template)
	if err != nil {
		return templates.NewReport{}, err
	}
	return templates.NewReport{Template: ref, Title: request.Title, Previous: request.Previous, Values: p.Values}, nil
}
