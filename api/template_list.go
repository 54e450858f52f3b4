package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// listQuery is the query of GET /templates.
type listQuery struct {
	Text   string `query:"q" validate:"max=200"`
	Cursor string `query:"cursor" validate:"max=500"`
	Limit  int    `query:"limit" validate:"min=0,max=500"`
}

func (s *server) listTemplates(c *gin.Context) error {
	var q listQuery
	if err := bindQuery(c, &q); err != nil {
		return err
	}
	page, err := s.library.List(c.Request.Context(), templates.TemplateQuery{Text: q.Text, Cursor: q.Cursor, Limit: q.Limit})
	if err != nil {
		return err
	}
	return answer(c, http.StatusOK, listOf(page, listTemplate))
}
