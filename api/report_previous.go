package api

import (
	"context"
	"net/http"
	"strings"
	"time"

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
	ctx := c.Request.Context()
	state, err := s.reports.Get(ctx, c.Param("id"))
	if err != nil {
		return notFound(err, noReport(c))
	}
	switch {
	case state.Report.Status == templates.StatusFinal:
		return templates.ErrFinal
	case revision != 0 && revision != state.Report.Revision:
		return templates.ErrStale
	}
	last, err := s.lastYear(c, state.Report.Template, form["docx"], string(form["title"].data))
	if err != nil {
		return err
	}
	state, err = s.reports.Compare(ctx, actorOf(c), state.Report.ID, revision, last)
	if err != nil {
		s.takeBack(c, last)
		return notFound(err, noReport(c))
	}
	return s.answerReport(c, http.StatusOK, state)
}

// lastYear makes a report of last year's finished document, and gives its id: of the
// values that can be read there by the template of this year's. It bears its file's
// name where the title is empty.
func (s *server) lastYear(c *gin.Context, ref templates.Ref, docx formPart, title string) (string, error) {
	if len(docx.data) == 0 {
		return "", noDocument()
	}
	request := reportRequest{Template: ref.String(), Title: strings.TrimSpace(title)}
	if err := validateRequest(&request); err != nil {
		return "", err
	}
	if request.Title == "" {
		request.Title = titleOfFile(docx.filename)
	}
	values, err := s.valuesIn(c, ref, docx.data)
	if err != nil {
		return "", err
	}
	key, err := once(c, docx.data, []byte(request.Title))
	if err != nil {
		return "", err
	}
	n := templates.NewReport{Template: ref, Title: request.Title, Values: values}
	state, err := s.reports.Create(c.Request.Context(), actorVia(c, templates.ViaDocument), n, key)
	if err != nil {
		return "", err
	}
	return state.Report.ID, nil
}

// takeBack removes a report that was made on the way to something that failed,
// where the client has left too. One of an Idempotency-Key stays: the same request
// sent again goes on with it, and may be such a one itself. Where it cannot be
// removed it stays in the list, and can be removed there.
func (s *server) takeBack(c *gin.Context, report string) {
	if c.GetHeader("Idempotency-Key") != "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Request.Context()), takeBackWithin)
	defer cancel()
	_ = s.reports.Delete(ctx, report, 1)
}

const takeBackWithin = 5 * time.Second
