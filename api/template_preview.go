package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// previewShown is what a version would be that nobody has written yet.
type previewShown struct {
	templateShown
	Preview
}

// Preview is what only a dry run tells of a version.
type Preview struct {
	Differences []templates.Difference `json:"differences"` // from the version there is
	Proposals   []fill.ScanProposal    `json:"proposals"`   // that nobody has taken up
	Formulas    map[string]string      `json:"formulas"`    // of computed fields, in labels
}

// preview tells what the draft would become, under the tag of the version that it
// would follow.
func (s *server) preview(c *gin.Context, id string, base int, d templates.Draft) error {
	l := s.language(c)
	var (
		before, after *templates.Compiled
		told          Preview
	)
	err := s.gate.run(c, func() (err error) {
		before, after, err = s.library.Preview(c.Request.Context(), actorOf(c), id, base, d)
		if err == nil {
			told = newPreview(before, after, l)
		}
		return err
	})
	if err != nil {
		return err
	}
	c.Header("Content-Language", string(l))
	c.Header("ETag", etag(int64(before.Template.Version)))
	shown := previewShown{templateShown: templateShown{templateListed: listTemplate(&after.Template), Schema: after.Template.Schema}}
	shown.Versions = []templateListed{}
	shown.Preview = told
	return answer(c, http.StatusOK, shown)
}

func newPreview(before, after *templates.Compiled, l fill.Language) Preview {
	p := Preview{
		Differences: append([]templates.Difference{}, templates.Compare(before, after)...),
		Proposals:   fill.ScanProposals(after.Fill.Proposals(), l),
		Formulas:    map[string]string{},
	}
	for _, computed := range after.Template.Schema.Computed {
		p.Formulas[computed.Field] = after.Fill.Formula(computed.Field)
	}
	return p
}
