package api

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"time"
	"unicode"

	"github.com/gin-gonic/gin"

	"reportfill/templates"
	"reportfill/templates/batch"
)

// download answers with a .docx: whole, a range of it, its head, or 304, as the
// request asks (RFC 9110, 13 and 14). tag is its strong entity tag without quotes.
func download(c *gin.Context, name, tag string, docx []byte) error {
	h := c.Writer.Header()
	h.Set("Content-Type", typeDocx)
	h.Set("Content-Disposition", attachment(name))
	h.Set("ETag", `"`+tag+`"`)
	h.Set("Cache-Control", "private, no-cache")
	normalizeRange(c.Request.Header, len(docx))
	w := &rangeWriter{ResponseWriter: c.Writer}
	http.ServeContent(w, c.Request, "", time.Time{}, bytes.NewReader(docx))
	switch w.refused {
	case http.StatusPreconditionFailed:
		h.Del("Content-Disposition")
		return templates.ErrStale
	case http.StatusRequestedRangeNotSatisfiable:
		h.Del("Content-Disposition")
		h.Set("Content-Range", fmt.Sprintf("bytes */%d", len(docx)))
		return refuse(codeRange,
			"所请求的范围有误，或超出文档长度，总长见响应头 Content-Range。",
			"The range is malformed, or lies outside the document. The header Content-Range tells its length.")
	}
	return nil
}

// normalizeRange writes the unit of a range as http.ServeContent knows it, whatever
// its case (RFC 9110, 14.1), and drops a range of a unit that we do not know (14.2).
// The last 0 bytes lie beyond the end (14.1.2).
func normalizeRange(h http.Header, size int) {
	unit, ranges, _ := strings.Cut(h.Get("Range"), "=")
	switch {
	case !strings.EqualFold(unit, "bytes"):
		h.Del("Range")
	case strings.TrimSpace(ranges) == "-0":
		h.Set("Range", fmt.Sprintf("bytes=%d-", size))
	default:
		h.Set("Range", "bytes="+ranges)
	}
}

// rangeWriter keeps back what http.ServeContent answers to a range or a condition
// that it refuses: plain text, or nothing.
type rangeWriter struct {
	http.ResponseWriter
	refused int // the status; 0 for none
}

func (w *rangeWriter) WriteHeader(status int) {
	if status >= http.StatusBadRequest {
		w.refused = status
		return
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *rangeWriter) Write(p []byte) (int, error) {
	if w.refused != 0 {
		return len(p), nil
	}
	return w.ResponseWriter.Write(p)
}

// attachment is the Content-Disposition of a document.
func attachment(name string) string { return attachmentOf(name, extension) }

// attachmentOf is a Content-Disposition (RFC 6266) with the name in UTF-8 (RFC
// 8187) and, for clients that know only ASCII, a plain one beside it.
func attachmentOf(name, extension string) string {
	name = fileName(name, extension)
	plain := plainName(name, extension)
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": plain})
	if plain == name {
		return disposition
	}
	_, encoded, _ := strings.Cut(mime.FormatMediaType("attachment", map[string]string{"filename": name}), "; ")
	return disposition + "; " + strings.Replace(encoded, "utf-8''", "UTF-8''", 1)
}

// fileName makes a name that every system can save, with its extension at its end.
func fileName(name, extension string) string {
	if len(name) >= len(extension) && strings.EqualFold(name[len(name)-len(extension):], extension) {
		name = name[:len(name)-len(extension)]
	}
	return batch.Safe(name, maxFileName) + extension
}

const (
	extension   = ".docx"
	maxFileName = 200 // characters, as of a title
)

// plainName is the name without the characters that ASCII lacks, or report and
// its extension where little is left.
func plainName(name, extension string) string {
	plain := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII {
			return -1
		}
		return r
	}, name)
	if plain == name {
		return name
	}
	if strings.Trim(strings.TrimSuffix(plain, extension), " ._-()") == "" {
		return "report" + extension
	}
	return plain
}
