package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
)

// pages are the routes for people; those for programs stand in routes.go.
var pages = []route{
	{http.MethodGet, web.AssetsPath + "*path", public, (*server).asset},
	{http.MethodGet, "/sign-in", public, (*server).signInPage},
	{http.MethodPost, "/sign-in", public, (*server).signInForm},
	{http.MethodPost, "/sign-out", public, (*server).signOutForm},

	{http.MethodGet, "/", everyone, (*server).homePage},

	{http.MethodGet, "/reports", reporters, (*server).reportsPage},
	{http.MethodPost, "/reports", reporters, (*server).newReportForm},
	{http.MethodGet, "/reports/new", reporters, (*server).newReportPage},
	{http.MethodGet, "/reports/:id", reporters, (*server).reportPage},
	{http.MethodGet, "/reports/:id/docx", reporters, (*server).reportDraft},
	{http.MethodGet, "/reports/:id/sheet", reporters, (*server).reportSheetPage},

	{http.MethodGet, "/batch", everyone, (*server).batchPage},

	{http.MethodGet, "/templates", everyone, (*server).templatesPage},
	{http.MethodPost, "/templates", authors, (*server).newTemplateForm},
	{http.MethodGet, "/templates/:id", everyone, (*server).templatePage},
	{http.MethodGet, "/templates/:id/reports", authors, (*server).countReports},
	{http.MethodGet, "/templates/:id/versions", everyone, (*server).templateVersionsPage},

	{http.MethodGet, "/reference", everyone, (*server).referencePage},
}

// asset answers with a stylesheet or a script.
func (s *server) asset(c *gin.Context) error {
	c.Header("X-Content-Type-Options", "nosniff")
	if s.pages.Assets.Serve(c.Writer, c.Request) {
		return nil
	}
	return s.noRoute(c)
}

// drawn reads the pages, which are part of the binary: a fault in them is one of
// the build.
func drawn() *web.Pages {
	p, err := web.New()
	if err != nil {
		panic(err)
	}
	return p
}
