package api

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sheet"
)

// reportSheet gives the form of a report with the values that it has.
func (s *server) reportSheet(c *gin.Context) error {
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, noReport(c))
	}
	c.Header("ETag", etag(state.Report.Revision))
	return s.answerSheet(c, sheet.Form{
		Title: state.Report.Title, Ref: state.Report.Template, Report: state.Report.ID, Template: state.Template.Fill,
		Values: state.Report.Payload(), Previous: state.Previous,
	})
}

// previewQuery asks what a form would change.
type previewQuery struct {
	Preview bool `query:"preview"`
}

// patchSheet takes over what somebody changed in a form, or shows it.
func (s *server) patchSheet(c *gin.Context) error {
	var query previewQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	revision, _, err := ifMatch(c)
	if err != nil {
		return err
	}
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, noReport(c))
	}
	if state.Report.Status == templates.StatusFinal {
		return templates.ErrFinal
	}
	data, err := s.readSheet(c)
	if err != nil {
		return err
	}
	var form *sheet.Filled
	err = s.gate.run(c, func() (err error) {
		form, err = readReportSheet(data, state)
		return err
	})
	if err != nil {
		return err
	}
	if query.Preview {
		return s.answerPreview(c, state, form)
	}
	return s.takeOver(c, revision, state, form)
}

// readReportSheet reads a form for a report: its own, or an empty one of its
// template.
func readReportSheet(data []byte, state *templates.State) (*sheet.Filled, error) {
	form, err := sheet.Read(data, state.Report.Template, state.Template.Fill, sheetLimits)
	if err != nil {
		return nil, err
	}
	if form.Report != "" && form.Report != state.Report.ID {
		return nil, refuse(codeInvalid,
			"这是另一份报告的填报表（"+form.Report+"）。请下载本报告的填报表填写。",
			"This is the form of another report ("+form.Report+"). Download the form of this one.")
	}
	return form, nil
}

// takeOver applies the changes of a form as PATCH applies values. A form with a
// cell that is not understood changes nothing.
func (s *server) takeOver(c *gin.Context, revision int64, state *templates.State, form *sheet.Filled) error {
	if doubts := form.Doubts(); doubts != nil {
		return &sheet.InvalidError{Problems: doubts}
	}
	patch := sheet.Patch(form.Compare(state.Report.Payload()))
	after, err := s.reports.Patch(c.Request.Context(), actorVia(c, templates.ViaSheet), state.Report.ID, revision, patch)
	var invalid *fill.InvalidError
	if errors.As(err, &invalid) {
		return &sheet.InvalidError{Problems: form.Place(invalid.Problems)}
	}
	if err != nil {
		return notFound(err, noReport(c))
	}
	return s.answerReport(c, http.StatusOK, after)
}

// sheetPreview is what a form would change.
type sheetPreview struct {
	Revision int64          `json:"revision"` // of the report that it was compared with
	Changes  []sheetChange  `json:"changes"`
	Problems []ProblemError `json:"problems"` // of cells that are not understood, which hold all up, and of changed values
	Warnings []ProblemError `json:"warnings"`
}

// sheetChange is one value that a form would change.
type sheetChange struct {
	Field     string     `json:"field"`
	Label     string     `json:"label,omitempty"`
	Unit      string     `json:"unit,omitempty"`
	Cell      string     `json:"cell"`
	Old       fill.Value `json:"old"` // null for none
	New       fill.Value `json:"new"`
	Overtaken bool       `json:"overtaken,omitempty"` // somebody else has changed it since the form was made
}

func (s *server) answerPreview(c *gin.Context, state *templates.State, form *sheet.Filled) error {
	l := s.language(c)
	held := state.Report.Payload()
	changes := form.Compare(held)
	result := state.Template.Fill.Check(sheet.After(held, changes))
	preview := sheetPreview{
		Revision: state.Report.Revision, Changes: make([]sheetChange, len(changes)),
		Problems: cellErrors(append(form.Doubts(), form.Place(ofChanged(result.Problems, changes))...), l),
		Warnings: cellErrors(append(form.Notes(), form.Place(ofChanged(result.Warnings, changes))...), l),
	}
	for i, ch := range changes {
		preview.Changes[i] = sheetChange{
			Field: ch.Field.Name, Label: ch.Field.Label, Unit: ch.Field.Unit, Cell: ch.Cell,
			Old: ch.Old, New: ch.New, Overtaken: ch.Overtaken,
		}
	}
	c.Header("ETag", etag(state.Report.Revision))
	c.Header("Content-Language", string(l))
	return answer(c, http.StatusOK, preview)
}

// ofChanged leaves the problems of values that the form changes, and those of no
// single field.
func ofChanged(all []fill.Problem, changes []sheet.Change) []fill.Problem {
	changed := map[string]bool{"": true}
	for _, ch := range changes {
		changed[ch.Field.Name] = true
	}
	var out []fill.Problem
	for _, p := range all {
		if changed[p.Field] {
			out = append(out, p)
		}
	}
	return out
}
