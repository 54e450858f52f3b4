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
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	var query missingQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	values, options, err := bindValues(c)
	if err != nil {
		return err
	}
	missing := missingOptions[cmp.Or(options.Missing, query.Missing)]
	docx := s.scratch.take()
	defer s.scratch.give(docx)
	var result fill.Result
	if *docx, result, err = t.Fill.AppendChecked(*docx, values, fill.Options{Missing: missing}); err != nil {
		return err
	}
	c.Header(headerWarnings, strconv.Itoa(len(result.Warnings)))
	c.Header("Content-Disposition", attachment(cmp.Or(options.Filename, t.Template.Title)))
	writeBody(c, http.StatusOK, typeDocx, *docx)
	return nil
}
