package api

import (
	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// templateRef is the template, or the version of it, that the path names. A name
// that no template can have is one that is not found.
func templateRef(c *gin.Context) (templates.Ref, error) {
	ref, err := templates.ParseRef(c.Param("id"))
	if err != nil {
		return templates.Ref{}, noTemplate(c).because(err)
	}
	return ref, nil
}

// compiled is the template of the path, ready to check and to fill.
func (s *server) compiled(c *gin.Context) (*templates.Compiled, error) {
	ref, err := templateRef(c)
	if err != nil {
		return nil, err
	}
	t, err := s.library.Compiled(c.Request.Context(), ref)
	if err != nil {
		return nil, notFound(err, noTemplate(c))
	}
	return t, nil
}

func noTemplate(c *gin.Context) *refusal {
	return refuse(codeNotFound,
		"没有模板 "+c.Param("id")+"。可用的模板见 GET /api/v1/templates。",
		"There is no template "+c.Param("id")+". GET /api/v1/templates lists them.")
}
