package api

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// previousRequest is the body of PUT /reports/{id}/previous.
type previousRequest struct {
	Previous *string `json:"previous" validate:"required,max=64"` // id of last year's report; empty for none
}

// putPrevious names last year's report of one that is there: by its id as JSON, or
// by its finished document in a form, which becomes a report first.
func (s *server) putPrevious(c *gin.Context) error {
	media, err := mediaType(c, typeJSON, typeForm)
	if err != nil {
		return err
	}
	revision, _, err := ifMatch(c)
	if err != nil {
		return err
	}
	if media == typeForm {
		return s.putPreviousDocument(c, revision)
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	request, err := previousOf(body)
	if err != nil {
		return err
	}
	state, err := s.reports.Compare(c.Request.Context(), actorOf(c), c.Param("id"), revision, *request.Previous)
	if err != nil {
		return notFound(err, noReport(c))
	}
	return s.answerReport(c, http.StatusOK, state)
}

func previousOf(body []byte) (request previousRequest, err error) {
	p, err := fill.ParseEnvelope(body)
	if err != nil {
		return request, err
	}
	if len(p.Values) > 0 {
		return request, unknownMember("values", tagNames(&request, "json"))
	}
	return request, bindMembers(p.Others, &request)
}

func (s *server) putPreviousDocument(c *gin.Context, revision int64) error {
	form, err := readForm(c, "docx", "title")
	if err != nil {
		return err
	}
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, noReport(c))
	}
	docx, title := form["docx"], string(form["title"].data)
	n, err := s.lastYear(c, state.Report.Template, docx, title)
	if err != nil {
		return err
	}
	key, err := once(c, docx.data, []byte(n.Title))
	if err != nil {
		return err
	}
	state, err = s.reports.CompareDocument(c.Request.Context(), actorOf(c), state.Report.ID, revision, n, key)
	if err != nil {
		return notFound(err, noReport(c))
	}
	return s.answerReport(c, http.StatusOK, state)
}

// lastYear is a report of last year's finished document: of the values that can be
// read there by the template of this year's. It bears its file's name where the
// title is empty.
func (s *server) lastYear(c *gin.Context, ref templates.Ref, docx formPart, title string) (n templates.NewReport, err error) {
	if len(docx.data) == 0 {
		return n, noDocument()
	}
	request := reportRequest{Template: ref.String(), Title: strings.TrimSpace(title)}
	if err := validateRequest(&request); err != nil {
		return n, err
	}
	if request.Title == "" {
		request.Title = titleOfFile(docx.filename)
	}
	values, err := s.valuesIn(c, ref, docx.data)
	return templates.NewReport{Template: ref, Title: request.Title, Values: values}, err
}
