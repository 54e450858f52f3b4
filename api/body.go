package api

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// Media types of request and response bodies.
const (
	typeDocx    = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	typeXLSX    = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeBytes   = "application/octet-stream"
	typeForm    = "multipart/form-data"
	typeJSON    = "application/json"
	typeNDJSON  = "application/x-ndjson"
	typeCSV     = "text/csv"
	typeZip     = "application/zip"
	typePatch   = "application/merge-patch+json"
	typeProblem = "application/problem+json"
	typeSchema  = "application/schema+json"
	typeYAML    = "application/yaml"
)

// mediaType is the request's media type without its parameters, or a refusal
// where it is none of those allowed. A request that names none passes.
func mediaType(c *gin.Context, allowed ...string) (string, error) {
	if coding := c.GetHeader("Content-Encoding"); coding != "" && coding != "identity" {
		return "", refuse(codeMediaType,
			"请求内容不能压缩传输（Content-Encoding: "+coding+"）。请直接发送。",
			"The body comes encoded (Content-Encoding: "+coding+"). Send it as it is.")
	}
	header := c.GetHeader("Content-Type")
	if header == "" {
		return "", nil
	}
	if slices.Contains(allowed, header) {
		return header, nil
	}
	got, _, err := mime.ParseMediaType(header)
	if err != nil || !slices.Contains(allowed, got) {
		return "", refuse(codeMediaType,
			"收到的 Content-Type 是 "+header+"。请使用："+strings.Join(allowed, "、")+"。",
			"The Content-Type is "+header+". Use one of: "+strings.Join(allowed, ", ")+".").because(err)
	}
	return got, nil
}

// readBody reads the whole body; over the limit of limitBody it is an
// *http.MaxBytesError.
func readBody(c *gin.Context) ([]byte, error) {
	var body bytes.Buffer
	err := readInto(&body, c)
	return body.Bytes(), err
}

// roomAhead bounds the bytes that are made ready for a body that has only been
// announced.
const roomAhead = 8 << 10

// readInto is readBody in the memory of a buffer.
func readInto(body *bytes.Buffer, c *gin.Context) error {
	body.Grow(int(min(max(c.Request.ContentLength, 0), roomAhead)) + bytes.MinRead)
	if _, err := body.ReadFrom(c.Request.Body); err != nil {
		return brokenBody(c, err)
	}
	return nil
}

// readJSON reads a body that says it is JSON; whoever parses it tells whether it is.
func readJSON(c *gin.Context, media ...string) ([]byte, error) {
	if _, err := mediaType(c, media...); err != nil {
		return nil, err
	}
	return readBody(c)
}

// brokenBody tells a client that left from a body that is cut or malformed.
func brokenBody(c *gin.Context, err error) error {
	var tooLarge *http.MaxBytesError
	var refused *refusal
	switch {
	case errors.As(err, &tooLarge), errors.As(err, &refused):
		return err
	case c.Request.Context().Err() != nil:
		return c.Request.Context().Err()
	}
	return refuse(codeBadRequest,
		"请求内容不完整或格式有误，请重新发送。",
		"The body ends early or is malformed. Send it again.").because(err)
}

// formPart is one part of a multipart body.
type formPart struct {
	filename string
	data     []byte
}

// readForm reads a multipart body into memory; the body limit bounds it. A name
// given twice is refused, and one that is not among those known.
func readForm(c *gin.Context, known ...string) (map[string]formPart, error) {
	reader, err := c.Request.MultipartReader()
	if err != nil {
		return nil, brokenBody(c, err)
	}
	form := make(map[string]formPart)
	for {
		part, err := reader.NextPart()
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

func readPart(c *gin.Context, form map[string]formPart, part *multipart.Part) error {
	name := part.FormName()
	if _, twice := form[name]; twice {
		return refuse(codeBadRequest, "表单中 "+name+" 出现了两次。", "The form holds "+name+" twice.")
	}
	data, err := io.ReadAll(part)
	if err != nil {
		return brokenBody(c, err)
	}
	form[name] = formPart{filename: part.FileName(), data: data}
	return nil
}

// readDocument reads a .docx that is the body itself, or the part docx or file
// of a multipart body.
func readDocument(c *gin.Context) ([]byte, error) {
	media, err := mediaType(c, typeDocx, typeBytes, typeForm)
	if err != nil {
		return nil, err
	}
	if media != typeForm {
		data, err := readBody(c)
		if err == nil && len(data) == 0 {
			return nil, noDocument()
		}
		return data, err
	}
	data, err := readFile(c, "docx", "file")
	if err == nil && len(data) == 0 {
		return nil, noDocument()
	}
	return data, err
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

func noDocument() error {
	return refuse(codeBadRequest,
		"请求中没有文档。请将 .docx 作为请求内容发送，或作为表单中名为 docx 的文件。",
		"There is no document in the request. Send the .docx as the body, or as the file docx of a form.")
}
