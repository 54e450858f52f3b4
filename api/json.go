package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// readJSON reads a body that is one valid JSON text in UTF-8 (RFC 8259), without
// its byte order mark. A fault is a *fill.SyntaxError with its place.
func readJSON(c *gin.Context, media ...string) ([]byte, error) {
	if _, err := mediaType(c, media...); err != nil {
		return nil, err
	}
	body, err := readBody(c)
	if err != nil {
		return nil, err
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	return body, validJSON(body)
}

func validJSON(body []byte) error {
	if at := invalidUTF8(body); at >= 0 {
		return syntaxAt(body, at, fill.Text{
			ZH: "此处不是 UTF-8 编码。请将内容另存为 UTF-8 后再发送。",
			EN: "The text is not UTF-8 here. Send it as UTF-8.",
		})
	}
	var raw json.RawMessage
	err := json.Unmarshal(body, &raw)
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return err
	}
	at := int(syntax.Offset) - 1
	if len(bytes.TrimSpace(body)) == 0 || bytes.HasSuffix([]byte(syntax.Error()), []byte("end of JSON input")) {
		return syntaxAt(body, len(body), fill.Text{
			ZH: "JSON 在此处中断，缺少结尾的引号或括号。",
			EN: "The JSON ends here, before its last quote or bracket.",
		})
	}
	mark, _ := utf8.DecodeRune(body[at:])
	return syntaxAt(body, at, fill.Text{
		ZH: fmt.Sprintf("此处的字符 %q 不符合 JSON 语法。请检查它前后的引号、逗号和括号。", mark),
		EN: fmt.Sprintf("The character %q is not valid JSON here. Check the quotes, commas and brackets around it.", mark),
	})
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(body []byte) int {
	if utf8.Valid(body) {
		return -1
	}
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func syntaxAt(body []byte, at int, reason fill.Text) error {
	line, column := position(body, at)
	return &fill.SyntaxError{Line: line, Column: column, Reason: reason}
}

// position is the line and column, in characters from 1, of the byte at the offset.
func position(body []byte, at int) (line, column int) {
	before := body[:min(max(at, 0), len(body))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// member is one member of a JSON object, as it stands in the body.
type member struct {
	name string
	at   int // offset of its name's opening quote
	raw  json.RawMessage
	from int // offset of raw
}

// members lists the members of a valid JSON object in their order; false for
// any other JSON text.
func members(body []byte) ([]member, bool) {
	dec := json.NewDecoder(bytes.NewReader(body))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, false
	}
	var ms []member
	for dec.More() {
		seen := int(dec.InputOffset())
		at := seen + bytes.IndexByte(body[seen:], '"')
		name, err := dec.Token()
		if err != nil {
			return nil, false
		}
		m := member{name: name.(string), at: at}
		if err := dec.Decode(&m.raw); err != nil {
			return nil, false
		}
		m.from = int(dec.InputOffset()) - len(m.raw)
		ms = append(ms, m)
	}
	return ms, true
}
