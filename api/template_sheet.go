package api

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/sheet"
)

const sheetExtension = ".xlsx"

// templateSheet gives an empty form.
func (s *server) templateSheet(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	return s.answerSheet(c, sheet.Form{Title: t.Template.Title, Ref: t.Template.Ref(), Template: t.Fill})
}

// answerSheet answers with a form in the language of the request.
func (s *server) answerSheet(c *gin.Context, f sheet.Form) error {
	f.Language = s.language(c)
	var xlsx bytes.Buffer
	if err := s.gate.run(c, func() error { return sheet.Write(&xlsx, f) }); err != nil {
		return err
	}
	c.Header("Content-Disposition", attachmentOf(f.Title, sheetExtension))
	c.Header("Content-Language", string(f.Language))
	c.Header("Cache-Control", "private, no-cache")
	writeBody(c, http.StatusOK, typeXLSX, xlsx.Bytes())
	return nil
}

// fillSheet fills the values of a form into its template and keeps nothing.
func (s *server) fillSheet(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	var query missingQuery
	if err := bindQuery(c, &query); err != nil {
		return err
	}
	data, err := s.readSheet(c)
	if err != nil {
		return err
	}
	var docx []byte
	var result fill.Result
	err = s.gate.run(c, func() (err error) {
		docx, result, err = filledSheet(t, data, fill.Options{Missing: missingOptions[query.Missing]})
		return err
	})
	if err != nil {
		return err
	}
	s.metrics.fills.Inc()
	c.Header(headerWarnings, strconv.Itoa(len(result.Warnings)))
	c.Header("Content-Disposition", attachment(t.Template.Title))
	writeBody(c, http.StatusOK, typeDocx, docx)
	return nil
}

// filledSheet gives the document of a form. All that is wrong is told at once, with
// its cells.
func filledSheet(t *templates.Compiled, data []byte, o fill.Options) ([]byte, fill.Result, error) {
	form, err := sheet.Read(data, t.Template.Ref(), t.Fill, sheetLimits)
	if err != nil {
		return nil, fill.Result{}, err
	}
	docx, result, err := t.Fill.AppendChecked(nil, form.Values(), o)
	problems := form.Doubts()
	var invalid *fill.InvalidError
	switch {
	case errors.As(err, &invalid):
		problems = append(problems, form.Place(invalid.Problems)...)
	case err != nil:
		return nil, result, err
	}
	if problems != nil {
		return nil, result, &sheet.InvalidError{Problems: problems}
	}
	return docx, result, nil
}

// sheetLimits bound a form, which is read as a whole.
var sheetLimits = sheet.Limits{Unzipped: 64 << 20, Rows: 50_000, Columns: 100}

// readSheet reads an .xlsx that is the body itself, or the part xlsx or file of
// a multipart body.
func (s *server) readSheet(c *gin.Context) ([]byte, error) {
	if err := s.gate.full(); err != nil {
		return nil, err
	}
	media, err := mediaType(c, typeXLSX, typeBytes, typeForm)
	if err != nil {
		return nil, err
	}
	var data []byte
	if media == typeForm {
		data, err = readFile(c, "xlsx", "file")
	} else {
		data, err = readBody(c)
	}
	if err == nil && len(data) == 0 {
		return nil, refuse(codeBadRequest,
			"请求中没有填报表。请将 .xlsx 作为请求内容发送，或作为表单中名为 xlsx 的文件。",
			"There is no form in the request. Send the .xlsx as the body, or as the file xlsx of a form.")
	}
	return data, err
}
