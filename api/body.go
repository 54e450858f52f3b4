package api

import (
	"bytes"
	"errors"
	"mime"
	"net/http"
	"os"
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
		r := refuse(codeMediaType,
			"请求内容不能压缩传输（Content-Encoding: "+coding+"）。请直接发送。",
			"The body comes encoded (Content-Encoding: "+coding+"). Send it as it is.")
		r.header = map[string]string{"Accept-Encoding": "identity"} // RFC 9110, 15.5.16
		return "", r
	}
	header := c.GetHeader("Content-Type")
	if header == "" {
		return "", nil
	}
	if slices.Contains(allowed, header) {
		return header, nil
	}
	got, _, err := mime.ParseMediaType(header)
	if errors.Is(err, mime.ErrInvalidMediaParameter) && slices.Contains(allowed, got) {
		return "", refuse(codeMediaType,
			"收到的 Content-Type 是 "+header+"，其中 "+got+" 之后的参数有误。",
			"The Content-Type is "+header+": what follows "+got+" cannot be read.").because(err)
	}
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

// tooSlow refuses a body that did not come in time. The rest of it would be taken
// for the next request: the connection ends (RFC 9110, 15.5.9).
func tooSlow() *refusal {
	r := refuse(codeTooSlow,
		"请求内容没有在时限内传完。请检查网络后重新发送，或请管理员调整 --read-timeout 和 --min-rate。",
		"The body did not come in time. Check the network and send it again, or ask the operator about --read-timeout and --min-rate.")
	r.header = map[string]string{"Connection": "close"}
	return r
}

// noBody refuses what is sent where nothing is taken: it was meant for something.
// An empty object counts as nothing, for clients that send no empty body.
func noBody(c *gin.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	if text := string(bytes.TrimSpace(body)); text != "" && text != "{}" && text != "null" {
		return refuse(codeBadRequest,
			"此请求不带内容。要填写数据，请先用 PATCH …/values 提交。",
			"This request takes no body. Values are set before, with PATCH …/values.")
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

// brokenBody tells a client that left, and one that is too slow, from a body that
// is cut or malformed.
func brokenBody(c *gin.Context, err error) error {
	var tooLarge *http.MaxBytesError
	var refused *refusal
	switch {
	case errors.As(err, &tooLarge), errors.As(err, &refused):
		return err
	case errors.Is(err, os.ErrDeadlineExceeded):
		return tooSlow().because(err)
	case c.Request.Context().Err() != nil:
		return c.Request.Context().Err()
	}
	return refuse(codeBadRequest,
		"请求内容不完整或格式有误，请重新发送。",
		"The body ends early or is malformed. Send it again.").because(err)
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

func noDocument() error {
	return refuse(codeBadRequest,
		"请求中没有文档。请将 .docx 作为请求内容发送，或作为表单中名为 docx 的文件。",
		"There is no document in the request. Send the .docx as the body, or as the file docx of a form.")
}
