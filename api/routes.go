package api

import (
	"net/http"

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

	{http.MethodPost, "/api/v1/scan", everyone, (*server).scan},

	{http.MethodGet, "/api/v1/templates", everyone, (*server).listTemplates},
	{http.MethodPost, "/api/v1/templates", authors, (*server).createTemplate},
	{http.MethodGet, "/api/v1/templates/:id", everyone, (*server).showTemplate},
	{http.MethodDelete, "/api/v1/templates/:id", authors, (*server).deleteTemplate},
	{http.MethodGet, "/api/v1/templates/:id/fields", everyone, (*server).getFields},
	{http.MethodPut, "/api/v1/templates/:id/fields", authors, (*server).putFields},
	{http.MethodGet, "/api/v1/templates/:id/schema", everyone, (*server).templateSchema},
	{http.MethodGet, "/api/v1/templates/:id/example", everyone, (*server).templateExample},
	{http.MethodGet, "/api/v1/templates/:id/docx", everyone, (*server).templateDocx},
	{http.MethodPut, "/api/v1/templates/:id/docx", authors, (*server).putDocx},
	{http.MethodGet, "/api/v1/templates/:id/tagged.docx", everyone, (*server).templateTagged},
	{http.MethodPost, "/api/v1/templates/:id/check", everyone, (*server).checkValues},
	{http.MethodPost, "/api/v1/templates/:id/fill", everyone, (*server).fillTemplate},
	{http.MethodPost, "/api/v1/templates/:id/extract", everyone, (*server).extractValues},
	{http.MethodGet, "/api/v1/templates/:id/sheet", everyone, (*server).templateSheet},
	{http.MethodPost, "/api/v1/templates/:id/sheet", everyone, (*server).fillSheet},
	{http.MethodPost, batchPath, everyone, (*server).makeBatch},

	{http.MethodPost, "/api/v1/reports", reporters, (*server).createReport},
	{http.MethodGet, "/api/v1/reports", reporters, (*server).listReports},
	{http.MethodGet, "/api/v1/reports/:id", reporters, (*server).showReport},
	{http.MethodDelete, "/api/v1/reports/:id", clerks, (*server).deleteReport},
	{http.MethodPatch, "/api/v1/reports/:id/values", reporters, (*server).patchValues},
	{http.MethodGet, "/api/v1/reports/:id/sheet", reporters, (*server).reportSheet},
	{http.MethodPost, "/api/v1/reports/:id/sheet", reporters, (*server).patchSheet},
	{http.MethodPost, "/api/v1/reports/:id/finalize", clerks, (*server).finalizeReport},
	{http.MethodGet, "/api/v1/reports/:id/docx", reporters, (*server).reportDocx},
	{http.MethodGet, "/api/v1/reports/:id/history", reporters, (*server).reportHistory},
	{http.MethodGet, "/api/v1/reports/:id/manifest", reporters, (*server).reportManifest},
}

// roles are those who may call a route; nil lets in callers without a token too.
type roles []templates.Role

var (
	public    roles
	everyone  = roles{templates.RoleSystem, templates.RoleClerk, templates.RoleAuthor, templates.RoleAdmin}
	authors   = roles{templates.RoleAuthor, templates.RoleAdmin}
	programs  = roles{templates.RoleSystem, templates.RoleAdmin}
	clerks    = roles{templates.RoleClerk, templates.RoleAdmin}
	reporters = roles{templates.RoleSystem, templates.RoleClerk, templates.RoleAdmin}
)
