package api

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// versionsQuery chooses the versions that the page compares.
type versionsQuery struct {
	From int `query:"from" validate:"min=0"` // 0: the one before
	To   int `query:"to" validate:"min=0"`   // 0: the latest
}

// templateVersionsPage lists the versions of a template, and tells how two of them
// differ.
func (s *server) templateVersionsPage(c *gin.Context) error {
	var q versionsQuery
	if err := bindQuery(c, &q); err != nil {
		return err
	}
	ctx := c.Request.Context()
	versions, err := s.library.Versions(ctx, c.Param("id"))
	if err != nil {
		return notFound(err, lostTemplate)
	}
	view := web.TemplateVersions{From: q.From, To: q.To, Versions: versions, Edit: slices.Contains(authors, actorOf(c).Role)}
	if view.To == 0 {
		view.To = view.Latest()
	}
	if view.From == 0 {
		view.From = view.Before(view.To)
	}
	after, err := s.library.Compiled(ctx, templates.Ref{ID: c.Param("id"), Version: view.To})
	if err != nil {
		return notFound(err, lostTemplate)
	}
	view.Template = &after.Template
	if view.From != 0 {
		before, err := s.library.Compiled(ctx, templates.Ref{ID: c.Param("id"), Version: view.From})
		if err != nil {
			return notFound(err, lostTemplate)
		}
		err = s.gate.run(c, func() error {
			view.Differences = templates.Compare(before, after)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return s.page(c, http.StatusOK, "template_versions", view)
}
