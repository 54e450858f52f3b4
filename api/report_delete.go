package api

import (
	"errors"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
)

// deleteReport removes a report that was begun by mistake. Nothing of it is left
// but a line in the log.
func (s *server) deleteReport(c *gin.Context) error {
	revision, _, err := ifMatch(c)
	if err != nil {
		return err
	}
	id := c.Param("id")
	switch err := s.reports.Delete(c.Request.Context(), id, revision); {
	case errors.Is(err, templates.ErrFinal):
		return refuse(codeFinal,
			"报告已定稿，不能删除。定稿的报告及其历史永久保留。",
			"The report is final and cannot be removed: it is kept, with its history.").because(err)
	case errors.Is(err, templates.ErrInUse):
		return refuse(codeInUse,
			"另有报告以它为上年报告，不能删除。请先删除那份报告，或为它另选上年报告。",
			"Another report names it as last year's. Remove that one first, or name another as its last year's.").because(err)
	case err != nil:
		return notFound(err, noReport(c))
	}
	s.log.LogAttrs(c.Request.Context(), slog.LevelInfo, "report removed",
		slog.String("report", id), slog.String("token", actorOf(c).Token), slog.String("request_id", requestID(c)))
	c.Status(http.StatusNoContent)
	return nil
}
