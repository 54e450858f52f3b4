package api

import (
	"strings"
	"unicode"

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

// template is the version of the path, with its schema.
func (s *server) template(c *gin.Context) (*templates.Template, error) {
	ref, err := templateRef(c)
	if err != nil {
		return nil, err
	}
	t, err := s.library.Template(c.Request.Context(), ref)
	if err != nil {
		return nil, notFound(err, noTemplate(c))
	}
	return t, nil
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
	name := shownID(c)
	return refuse(codeNotFound,
		"没有模板 "+name+"。可用的模板见 GET /api/v1/templates。",
		"There is no template "+name+". GET /api/v1/templates lists them.")
}

const maxShownID = 80 // a template's id with its version, and some

// shownID is the id of the path as a message shows it: what cannot be printed is
// a question mark, and what no id is as long as is cut.
func shownID(c *gin.Context) string {
	id := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return '?'
		}
		return r
	}, c.Param("id")))
	if len(id) > maxShownID {
		return string(id[:maxShownID]) + "…"
	}
	return string(id)
}
