package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"slices"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/fill"
	"reportfill/templates"
)

// templatePage shows a version of a template: the latest to its author to change,
// anything else to be read.
func (s *server) templatePage(c *gin.Context) error {
	t, err := s.templateOfPage(c)
	if err != nil {
		return err
	}
	latest, err := s.library.Template(c.Request.Context(), templates.Ref{ID: t.Template.ID})
	if err != nil {
		return notFound(err, lostTemplate)
	}
	role := actorOf(c).Role
	edit := slices.Contains(authors, role) && t.Template.Version == latest.Version
	var view web.Template
	err = s.gate.run(c, func() error {
		view, err = s.templateView(c, t, latest.Version, edit)
		return err
	})
	if err != nil {
		return err
	}
	view.Report = slices.Contains(reporters, role) && !edit
	return s.page(c, http.StatusOK, "template", view)
}

// countReports tells the page of a template how many reports were made from it, as
// {"reports": 3}: its author, who is about to delete it, may not list them.
func (s *server) countReports(c *gin.Context) error {
	page, err := s.reportsFrom(c, c.Param("id"), templates.ReportQuery{Limit: 1})
	if err != nil {
		return err
	}
	return answer(c, http.StatusOK, gin.H{"reports": page.Total})
}

// templateView lays the version out in the language of the request.
func (s *server) templateView(c *gin.Context, t *templates.Compiled, latest int, edit bool) (web.Template, error) {
	l := s.language(c)
	view, err := web.LayOutTemplate(t, l, edit)
	if err != nil {
		return view, err
	}
	view.Latest = latest
	view.Integration, err = integration(c.Request, t, view.Old(), l)
	return view, err
}

// templateOfPage is the version of the page's address, ready to be read.
func (s *server) templateOfPage(c *gin.Context) (*templates.Compiled, error) {
	ref, err := templates.ParseRef(c.Param("id"))
	if err != nil {
		return nil, lostTemplate
	}
	t, err := s.library.Compiled(c.Request.Context(), ref)
	return t, notFound(err, lostTemplate)
}

// maxShown bounds the JSON Schema that the page holds, in bytes.
const maxShown = 256 << 10

// integration is what an office system needs to send values to the version, by its
// number where it is pinned.
func integration(r *http.Request, t *templates.Compiled, pinned bool, l fill.Language) (web.Integration, error) {
	schema, err := t.Fill.JSONSchema(l)
	if err != nil {
		return web.Integration{}, err
	}
	var example bytes.Buffer
	enc := json.NewEncoder(&example)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(valuesAnswer{t.Fill.Example()}); err != nil {
		return web.Integration{}, err
	}
	ref := t.Template.ID
	if pinned {
		ref = t.Template.Ref().String()
	}
	if len(schema) > maxShown {
		schema = nil
	}
	return web.Integration{Example: example.String(), Schema: string(schema), Curl: curl(r, ref)}, nil
}

// curlCommands fetch an example payload and fill it in.
const curlCommands = `TOKEN='…'
curl -fsS -H "Authorization: Bearer $TOKEN" \
  '%[1]s/api/v1/templates/%[2]s/example' -o values.json
curl -fsS -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' --data-binary @values.json \
  '%[1]s/api/v1/templates/%[2]s/fill' -o report.docx
`

// plainHost are the hosts that a shell takes as they stand.
var plainHost = regexp.MustCompile(`^[A-Za-z0-9.:\[\]-]+$`)

// curl writes the commands with the address under which the page was asked for.
func curl(r *http.Request, ref string) string {
	scheme, host := "http", r.Host
	if overTLS(r) {
		scheme = "https"
	}
	if !plainHost.MatchString(host) {
		host = "localhost"
	}
	return fmt.Sprintf(curlCommands, scheme+"://"+host, ref)
}

// lostTemplate is told where a page's template is not there.
var lostTemplate = refuse(codeNotFound,
	"没有这个模板，或网址不完整。请从模板列表中打开。",
	"There is no such template, or the address is not whole. Open it from the list of templates.")
