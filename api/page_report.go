package api

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
	"reportfill/templates"
)

// reportPage shows a report as a sheet to fill in, or as it was made final.
func (s *server) reportPage(c *gin.Context) error {
	state, err := s.reports.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		return notFound(err, lostReport)
	}
	texts, err := s.finalTexts(c, state.Report)
	if err != nil {
		return err
	}
	l := s.language(c)
	view, err := web.LayOut(state, texts, l)
	if err != nil {
		return err
	}
	view.Decide = slices.Contains(clerks, actorOf(c).Role)
	view.Previous = state.PreviousTitle
	view.Shown = briefReport(state, l)
	return s.page(c, http.StatusOK, "report", view)
}

// finalTexts are what a final report has in the place of each placeholder; nil
// for one that is not final.
func (s *server) finalTexts(c *gin.Context, r *templates.Report) ([]string, error) {
	if r.Status != templates.StatusFinal {
		return nil, nil
	}
	final, err := s.reports.Final(c.Request.Context(), r.ID)
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(final.Manifest.Placeholders))
	for i, p := range final.Manifest.Placeholders {
		texts[i] = p.New
	}
	return texts, nil
}

// lostReport is told where a page's report is not there.
var lostReport = refuse(codeNotFound,
	"没有这份报告，或网址不完整。请从报告列表中打开。",
	"There is no such report, or the address is not whole. Open it from the list of reports.")
