package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// fieldsQuery is the query of PUT /templates/{id}/fields.
type fieldsQuery struct {
	DryRun bool `query:"dry_run"` // tell what the version would be, write nothing
}

// getFields gives the fields file of a version, to be changed and put again.
func (s *server) getFields(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	tag := etag(int64(t.Template.Version))
	if unchanged(c, tag) {
		return nil
	}
	c.Header("ETag", tag)
	c.Header("Content-Disposition", attachmentOf(t.Template.Ref().String(), ".fields.yaml"))
	writeBody(c, http.StatusOK, typeYAML, fill.FormatSchema(t.Fill.Schema(), t.Fill.Placeholders()))
	return nil
}

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
	var query fieldsQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	base, err := versionMatch(c)
	if err != nil {
		return err
	}
	fields, err := readBody(c)
	if err != nil {
		return err
	}
	schema, err := fill.ParseSchema(fields)
	if err != nil {
		return err
	}
	draft := templates.Draft{Schema: &schema}
	if query.DryRun {
		return notFound(inFields(s.preview(c, ref.ID, base, draft), fields), noTemplate(c))
	}
	var t *templates.Template
	err = s.gate.run(c, func() error {
		t, err = s.library.Put(c.Request.Context(), actorOf(c), ref.ID, base, draft)
		return err
	})
	if err != nil {
		return notFound(inFields(err, fields), noTemplate(c))
	}
	c.Header("Content-Location", "/api/v1/templates/"+t.Ref().String())
	return s.answerTemplate(c, http.StatusOK, t)
}
