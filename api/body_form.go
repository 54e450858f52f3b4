package api

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

// formPart is one part of a multipart body.
type formPart struct {
	filename string
	data     []byte
}

// readForm reads a multipart body into memory; the body limit bounds it. A name
// given twice is refused, and one that is not among those known.
func readForm(c *gin.Context, known ...string) (map[string]formPart, error) {
	reader, err := formReader(c)
	if err != nil {
		return nil, err
	}
	form := make(map[string]formPart)
	for {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) && len(form) == 0 {
			return nil, emptyForm()
		}
		if errors.Is(err, io.EOF) {
			return form, nil
		}
		if err != nil {
			return nil, brokenBody(c, err)
		}
		if !slices.Contains(known, part.FormName()) {
			return nil, unknownMember(part.FormName(), known)
		}
		if err := readPart(c, form, part); err != nil {
			return nil, err
		}
	}
}

func emptyForm() error {
	return refuse(codeBadRequest,
		"表单是空的，或 Content-Type 中的 boundary 与内容不符。请由生成表单的程序库设置 Content-Type，不要自己写。",
		"The form is empty, or its parts are not separated by the boundary of the Content-Type. Leave that header to the library that writes the form.")
}

// formReader reads a multipart body part by part.
func formReader(c *gin.Context) (*multipart.Reader, error) {
	reader, err := c.Request.MultipartReader()
	switch {
	case errors.Is(err, http.ErrNotMultipart):
		return nil, refuse(codeMediaType,
			"请以 multipart/form-data 表单发送，如 curl -F docx=@草稿.docx。",
			"Send a form (multipart/form-data), as curl -F docx=@draft.docx does.").because(err)
	case errors.Is(err, http.ErrMissingBoundary):
		return nil, refuse(codeBadRequest,
			"Content-Type 缺少 boundary。请由生成表单的程序库设置 Content-Type，不要自己写。",
			"The Content-Type lacks its boundary. Leave that header to the library that writes the form.").because(err)
	case err != nil:
		return nil, brokenBody(c, err)
	}
	return reader, nil
}

func readPart(c *gin.Context, form map[string]formPart, part *multipart.Part) error {
	name := part.FormName()
	if _, twice := form[name]; twice {
		return refuse(codeBadRequest, "表单中 "+name+" 出现了两次，请只留一个。", "The form holds "+name+" twice. Keep one.")
	}
	data, err := io.ReadAll(part)
	if err != nil {
		return brokenBody(c, err)
	}
	form[name] = formPart{filename: part.FileName(), data: data}
	return nil
}

// readFile gives the file of a multipart body, under one of the names that it
// may go by; nil where there is none.
func readFile(c *gin.Context, names ...string) ([]byte, error) {
	form, err := readForm(c, names...)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if part, ok := form[name]; ok && len(part.data) > 0 {
			return part.data, nil
		}
	}
	return nil, nil
}
