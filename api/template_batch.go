package api

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
	"reportfill/templates/batch"
)

const batchPath = "/api/v1/templates/:id/batch"

// headerRows is about how many rows the zip comes from, for progress.
const headerRows = "X-Reportfill-Rows"

// batchQuery are the options of a batch.
type batchQuery struct {
	Name    string `query:"name" validate:"max=200"` // {city}.docx
	Missing string `query:"missing" validate:"omitempty,oneof=error keep blank"`
	Store   bool   `query:"store"` // makes stored reports too
}

// makeBatch answers with a zip of many reports, as they are made.
func (s *server) makeBatch(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	var query batchQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	if query.Store && !slices.Contains(reporters, actorOf(c).Role) {
		return refuse(codeForbidden,
			"您的角色不能保存报告。请去掉 store，只下载文档。",
			"Your role may not keep reports. Leave store out and take the documents alone.")
	}
	pattern, err := batch.ParsePattern(query.Name, t.Template.Title, t.Fill)
	if err != nil {
		return err
	}
	rows, err := s.spool(c)
	if err != nil {
		return err
	}
	defer rows.remove()
	source, err := batch.Open(rows.path, rows.format, t.Fill, batch.Limits{})
	if err != nil {
		return err
	}
	defer source.Close()
	options := batch.Options{
		Name: pattern, Missing: missingOptions[query.Missing], Language: s.language(c), Turn: s.gate.turn,
	}
	if query.Store {
		options.Keep = s.keeper(c, t, rows.sha256)
	}
	return s.streamBatch(c, t, source, options)
}

// streamBatch writes the zip. Once it has begun, an error ends the connection.
func (s *server) streamBatch(c *gin.Context, t *templates.Compiled, source batch.Source, o batch.Options) error {
	c.Header("Content-Type", typeZip)
	c.Header("Content-Disposition", attachmentOf(t.Template.Title, ".zip"))
	c.Header("Content-Language", string(o.Language))
	c.Header(headerRows, strconv.Itoa(source.Rows()))
	c.Status(http.StatusOK)
	summary, err := batch.Run(c.Request.Context(), c.Writer, t.Fill, source, o)
	s.metrics.fills.Add(float64(summary.Made))
	return err
}
