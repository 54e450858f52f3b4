package api

import (
	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// importReport begins a report with the values that a finished document holds:
// last year's, filled or typed before the service knew of it, so that this
// year's can name it as previous. What cannot be read there is missing.
func (s *server) importReport(c *gin.Context) error {
	form, err := readForm(c, "template", "title", "previous", "docx")
	if err != nil {
		return err
	}
	docx := form["docx"].data
	if len(docx) == 0 {
		return noDocument()
	}
	request := reportRequest{
		Template: string(form["template"].data), Title: string(form["title"].data), Previous: string(form["previous"].data),
	}
	if err := validateRequest(&request); err != nil {
		return err
	}
	n, err := request.newReport()
	if err != nil {
		return err
	}
	if n.Values, err = s.valuesIn(c, n.Template, docx); err != nil {
		return err
	}
	key, err := once(c, []byte(request.Template), []byte(n.Title), []byte(n.Previous), docx)
	if err != nil {
		return err
	}
	return s.newReport(c, actorVia(c, templates.ViaDocument), n, key)
}

// valuesIn reads what a document holds of the template's values.
func (s *server) valuesIn(c *gin.Context, ref templates.Ref, docx []byte) (fill.Values, error) {
	t, err := s.library.Compiled(c.Request.Context(), ref)
	if err != nil {
		return nil, templates.NotThere("template", ref.String(), err)
	}
	var values fill.Values
	err = s.gate.run(c, func() error {
		filled, err := fill.Open(docx, s.limits.Document)
		if err != nil {
			return err
		}
		values, _, err = t.Fill.ExtractPart(filled)
		return err
	})
	return values, err
}
