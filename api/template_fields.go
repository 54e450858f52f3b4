package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// putFields takes a fields file, YAML or JSON, and makes it a new version over
// the one of If-Match.
func (s *server) putFields(c *gin.Context) error {
	if _, err := mediaType(c, typeYAML, "application/x-yaml", "text/yaml", "text/plain", typeJSON); err != nil {
		return err
	}
	ref, err := templateRef(c)
	if err != nil {
		return err
	}
	base, given, err := ifMatch(c)
	if err != nil {
		return err
	}
	if !given {
		return refuse(codeNoCondition,
			"请在 If-Match 中给出所依据版本的 ETag（见 GET 该模板的响应头），以免覆盖他人的修改。",
			"Give the ETag of the version that you changed in If-Match (GET the template answers with it), so that nobody's change is lost.")
	}
	fields, err := readBody(c)
	if err != nil {
		return err
	}
	schema, err := fill.ParseSchema(fields)
	if err != nil {
		return err
	}
	t, err := s.library.Put(c.Request.Context(), actorOf(c), ref.ID, int(base), templates.Draft{Schema: &schema})
	if err != nil {
		return notFound(inFields(err, fields), noTemplate(c))
	}
	c.Header("Content-Location", "/api/v1/templates/"+t.Ref().String())
	return s.answerTemplate(c, http.StatusOK, t)
}
