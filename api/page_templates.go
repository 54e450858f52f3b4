package api

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// pageOfTemplates is how many templates a page lists.
const pageOfTemplates = 30

// templatesPage lists templates; its form is its query.
func (s *server) templatesPage(c *gin.Context) error {
	return s.listTemplatesPage(c, http.StatusOK, web.Templates{Text: c.Query("q"), Cursor: c.Query("cursor")})
}

func (s *server) listTemplatesPage(c *gin.Context, status int, view web.Templates) error {
	page, err := s.library.List(c.Request.Context(), templates.TemplateQuery{Text: view.Text, Cursor: view.Cursor, Limit: pageOfTemplates})
	if err != nil {
		return err
	}
	view.Page = page
	view.Upload = slices.Contains(authors, actorOf(c).Role)
	return s.page(c, status, "templates", view)
}

// newTemplateForm takes a draft from a browser without scripts and leads to its
// page. What is wrong with the draft is told on the form.
func (s *server) newTemplateForm(c *gin.Context) error {
	form, err := draftForm(c)
	if err != nil {
		return err
	}
	t, err := s.uploaded(c, form)
	if err == nil {
		c.Redirect(http.StatusSeeOther, "/templates/"+t.ID)
		return nil
	}
	f := diagnose(err)
	if f.status != http.StatusUnprocessableEntity && f.code != codeBadRequest && f.code != codeConflict {
		return err
	}
	l := s.language(c)
	p := f.problem(l)
	view := web.Templates{Title: string(form["title"].data), ID: string(form["id"].data), Fault: p.Title}
	for _, e := range p.Errors {
		view.Faults = append(view.Faults, e.Message)
	}
	if len(view.Faults) == 0 {
		view.Faults = []string{p.Detail}
	}
	return s.listTemplatesPage(c, f.status, view)
}

// draftForm reads the form of a draft.
func draftForm(c *gin.Context) (map[string]formPart, error) {
	if _, err := mediaType(c, typeForm); err != nil {
		return nil, err
	}
	return readForm(c, "docx", "title", "id")
}

// uploaded makes a template of the form's draft.
func (s *server) uploaded(c *gin.Context, form map[string]formPart) (*templates.Template, error) {
	draft, err := draftOf(form)
	if err != nil {
		return nil, err
	}
	var t *templates.Template
	err = s.gate.run(c, func() error {
		t, err = s.library.Create(c.Request.Context(), actorOf(c), draft, templates.Once{})
		return err
	})
	return t, err
}
