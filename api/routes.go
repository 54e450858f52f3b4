package api

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// route is one line of the table: who may call what. A GET answers HEAD too.
type route struct {
	method string
	path   string // as gin takes it, :id for a template (id or id@version) or a report
	roles  roles
	handle handler
}

// routes is all that the service answers. openapi.yaml describes the same; a
// test holds the two together.
var routes = []route{
	{http.MethodGet, "/healthz", public, (*server).health},
	{http.MethodGet, "/readyz", public, (*server).ready},
	{http.MethodGet, "/metrics", programs, (*server).exposeMetrics},
	{http.MethodGet, "/api/v1/openapi.yaml", public, (*server).openAPI},

	{http.MethodPost, "/api/v1/scan", everyone, plain((*server).scan)},

	{http.MethodGet, "/api/v1/templates", everyone, (*server).listTemplates},
	{http.MethodPost, "/api/v1/templates", authors, plain((*server).createTemplate)},
	{http.MethodGet, "/api/v1/templates/:id", everyone, plain((*server).showTemplate)},
	{http.MethodDelete, "/api/v1/templates/:id", authors, plain((*server).deleteTemplate)},
	{http.MethodGet, "/api/v1/templates/:id/fields", everyone, plain((*server).getFields)},
	{http.MethodPut, "/api/v1/templates/:id/fields", authors, (*server).putFields},
	{http.MethodGet, "/api/v1/templates/:id/schema", everyone, plain((*server).templateSchema)},
	{http.MethodGet, "/api/v1/templates/:id/example", everyone, plain((*server).templateExample)},
	{http.MethodGet, "/api/v1/templates/:id/docx", everyone, plain((*server).templateDocx)},
	{http.MethodPut, "/api/v1/templates/:id/docx", authors, (*server).putDocx},
	{http.MethodGet, "/api/v1/templates/:id/tagged.docx", everyone, plain((*server).templateTagged)},
	{http.MethodPost, "/api/v1/templates/:id/check", everyone, plain((*server).checkValues)},
	{http.MethodPost, "/api/v1/templates/:id/fill", everyone, (*server).fillTemplate},
	{http.MethodPost, "/api/v1/templates/:id/extract", everyone, plain((*server).extractValues)},
	{http.MethodGet, "/api/v1/templates/:id/sheet", everyone, plain((*server).templateSheet)},
	{http.MethodPost, "/api/v1/templates/:id/sheet", everyone, (*server).fillSheet},
	{http.MethodPost, batchPath, everyone, (*server).makeBatch},

	{http.MethodPost, "/api/v1/reports", reporters, plain((*server).createReport)},
	{http.MethodGet, "/api/v1/reports", reporters, (*server).listReports},
	{http.MethodGet, "/api/v1/reports/:id", reporters, plain((*server).showReport)},
	{http.MethodDelete, "/api/v1/reports/:id", clerks, plain((*server).deleteReport)},
	{http.MethodPatch, "/api/v1/reports/:id/values", reporters, plain((*server).patchValues)},
	{http.MethodPut, "/api/v1/reports/:id/previous", reporters, plain((*server).putPrevious)},
	{http.MethodGet, "/api/v1/reports/:id/sheet", reporters, plain((*server).reportSheet)},
	{http.MethodPost, "/api/v1/reports/:id/sheet", reporters, (*server).patchSheet},
	{http.MethodPost, "/api/v1/reports/:id/finalize", clerks, plain((*server).finalizeReport)},
	{http.MethodGet, "/api/v1/reports/:id/docx", reporters, (*server).reportDocx},
	{http.MethodGet, "/api/v1/reports/:id/history", reporters, (*server).reportHistory},
	{http.MethodGet, "/api/v1/reports/:id/manifest", reporters, plain((*server).reportManifest)},
}

// plain is the handler of an address that takes no parameters: one that is given
// was meant for something, such as a dry_run of what cannot be tried.
func plain(h handler) handler {
	return func(s *server, c *gin.Context) error {
		if c.Request.URL.RawQuery != "" {
			if err := bindQuery(c, &struct{}{}); err != nil {
				return err
			}
		}
		return h(s, c)
	}
}

// roles are those who may call a route; nil lets in callers without a token too.
type roles []templates.Role

func (rs roles) join(separator string) string {
	names := make([]string, len(rs))
	for i, r := range rs {
		names[i] = string(r)
	}
	return strings.Join(names, separator)
}

var (
	public    roles
	everyone  = roles{templates.RoleSystem, templates.RoleClerk, templates.RoleAuthor, templates.RoleAdmin}
	authors   = roles{templates.RoleAuthor, templates.RoleAdmin}
	programs  = roles{templates.RoleSystem, templates.RoleAdmin}
	clerks    = roles{templates.RoleClerk, templates.RoleAdmin}
	reporters = roles{templates.RoleSystem, templates.RoleClerk, templates.RoleAdmin}
)
