package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// reportsQuery is the query of GET /reports.
type reportsQuery struct {
	Status    string `query:"status" validate:"omitempty,oneof=draft complete final"`
	Template  string `query:"template" validate:"max=80"`
	Text      string `query:"q" validate:"max=200"`
	UpdatedBy string `query:"updated_by" validate:"max=200"`
	Waiting   string `query:"waiting" validate:"max=200"` // an owner: reports that miss a value of theirs
	Cursor    string `query:"cursor" validate:"max=500"`
	Limit     int    `query:"limit" validate:"min=0,max=500"`
}

func (s *server) listReports(c *gin.Context) error {
	var q reportsQuery
	if err := bindQuery(c, &q); err != nil {
		return err
	}
	query := templates.ReportQuery{
		Status: templates.Status(q.Status), Text: q.Text, UpdatedBy: q.UpdatedBy, Waiting: q.Waiting,
		Cursor: q.Cursor, Limit: q.Limit,
	}
	page, err := s.reportsFrom(c, q.Template, query)
	if err != nil {
		return err
	}
	return answer(c, http.StatusOK, listOf(page, listReport))
}

// reportsFrom lists reports made from a template, or from a version of it; empty
// means any.
func (s *server) reportsFrom(c *gin.Context, template string, query templates.ReportQuery) (templates.Page[templates.Report], error) {
	if template != "" {
		ref, err := templates.ParseRef(template)
		if err != nil {
			return templates.Page[templates.Report]{}, err
		}
		query.Template = ref
	}
	return s.reports.List(c.Request.Context(), query)
}
