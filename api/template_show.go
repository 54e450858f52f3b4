package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// showTemplate shows a version, with a list of all: that of an earlier one changes
// with each later one, under the same tag.
func (s *server) showTemplate(c *gin.Context) error {
	t, err := s.template(c)
	if err != nil {
		return err
	}
	if c.Param("id") == t.ID && unchanged(c, etag(int64(t.Version))) {
		return nil
	}
	return s.answerTemplate(c, http.StatusOK, t)
}

// answerTemplate answers with a version, under its tag for If-Match.
func (s *server) answerTemplate(c *gin.Context, status int, t *templates.Template) error {
	shown, err := s.shown(c, t)
	if err != nil {
		return err
	}
	c.Header("ETag", etag(int64(t.Version)))
	return answer(c, status, shown)
}

func (s *server) shown(c *gin.Context, t *templates.Template) (templateShown, error) {
	versions, err := s.library.Versions(c.Request.Context(), t.ID)
	if err != nil {
		return templateShown{}, notFound(err, noTemplate(c))
	}
	shown := templateShown{templateListed: listTemplate(t), Schema: t.Schema}
	for i := range versions {
		shown.Versions = append(shown.Versions, listTemplate(&versions[i]))
	}
	return shown, nil
}
