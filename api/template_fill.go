package api

import (
	"cmp"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// headerWarnings counts the warnings of a filled document; check tells them.
const headerWarnings = "X-Reportfill-Warnings"

// fillTemplate fills values into a template and keeps nothing.
func (s *server) fillTemplate(c *gin.Context) error {
	if err := s.gate.full(); err != nil {
		return err
	}
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	var query missingQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	w := s.scratch.take()
	defer s.scratch.give(w)
	if err := readValues(c, w); err != nil {
		return err
	}
	var options valuesOptions
	var result fill.Result
	var slips int
	err = s.gate.run(c, func() (err error) {
		if options, err = w.bind(); err != nil {
			return err
		}
		missing := missingOptions[cmp.Or(options.Missing, query.Missing)]
		w.docx, result, err = t.Fill.AppendChecked(w.docx, w.values, fill.Options{Missing: missing})
		slips = len(t.Fill.Compare(w.values, options.previous))
		return err
	})
	if err != nil {
		return err
	}
	s.metrics.fills.Inc()
	c.Header(headerWarnings, strconv.Itoa(len(result.Warnings)+slips))
	c.Header("Content-Disposition", s.named.attachment(cmp.Or(options.Filename, t.Template.Title)))
	writeBody(c, http.StatusOK, typeDocx, w.docx)
	return nil
}
