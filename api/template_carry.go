package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// carryQuery is the query of PUT /templates/{id}/docx.
type carryQuery struct {
	DryRun bool `query:"dry_run"` // tell the drift, write nothing
}

// carriedTemplate is a template with what became of its placeholders.
type carriedTemplate struct {
	templateShown
	Drift DriftAnswer `json:"drift"`
}

// putDocx takes a changed draft, carries the fields over by its sentences, and
// makes it a new version over the one of If-Match.
func (s *server) putDocx(c *gin.Context) error {
	ref, err := templateRef(c)
	if err != nil {
		return err
	}
	var query carryQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	base, err := versionMatch(c)
	if err != nil {
		return err
	}
	docx, err := readDocument(c)
	if err != nil {
		return err
	}
	var carried *templates.Carried
	err = s.gate.run(c, func() error {
		carried, err = s.library.Carry(c.Request.Context(), actorOf(c), ref.ID, base, docx, query.DryRun)
		return err
	})
	if err != nil {
		return notFound(err, noTemplate(c))
	}
	return s.answerCarried(c, carried, query.DryRun)
}

// answerCarried answers with the new version under its tag for If-Match; a dry
// run, which makes none, under that of the version that it was told of.
func (s *server) answerCarried(c *gin.Context, carried *templates.Carried, dry bool) error {
	shown, err := s.shown(c, carried.Template)
	if err != nil {
		return err
	}
	tagged := carried.Template
	if dry {
		tagged = &carried.Before.Template
	} else {
		c.Header("Content-Location", "/api/v1/templates/"+tagged.Ref().String())
	}
	c.Header("ETag", etag(int64(tagged.Version)))
	drift := NewDriftAnswer(carried.Before.Fill, carried.Next, carried.Template.Schema, carried.Drift)
	return answer(c, http.StatusOK, carriedTemplate{templateShown: shown, Drift: drift})
}
