package api

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/gin-gonic/gin"

	"reportfill/templates/batch"
)

// spooled is the body of a batch in a temporary file. It is there as a whole
// before the answer begins: a client that reads nothing until it has sent all
// would else wait for the service, and the service for it.
type spooled struct {
	path   string
	format batch.Format // empty: told from the content
	sha256 string
}

func (s spooled) remove() { _ = os.Remove(s.path) } // the folder is for temporary files

// batchFormats are the media types of rows.
var batchFormats = map[string]batch.Format{
	typeJSON: batch.JSON, typeNDJSON: batch.NDJSON, typeCSV: batch.CSV, typeXLSX: batch.XLSX,
}

// spool keeps rows that are the body itself, or the part rows or file of a
// multipart body.
func (s *server) spool(c *gin.Context) (spooled, error) {
	if err := s.gate.full(); err != nil {
		return spooled{}, err
	}
	media, err := mediaType(c, typeJSON, typeNDJSON, typeCSV, typeXLSX, typeBytes, typeForm)
	if err != nil {
		return spooled{}, err
	}
	body, name := io.Reader(c.Request.Body), ""
	if media == typeForm {
		if body, name, err = rowsPart(c); err != nil {
			return spooled{}, err
		}
	}
	out, err := spoolTo(c, body)
	if err != nil {
		return spooled{}, err
	}
	if out.format = batchFormats[media]; out.format == "" {
		out.format = batch.FormatOf(name)
	}
	return out, nil
}

// rowsPart finds the file in a multipart body.
func rowsPart(c *gin.Context) (io.Reader, string, error) {
	form, err := formReader(c)
	if err != nil {
		return nil, "", err
	}
	part, err := form.NextPart()
	if errors.Is(err, io.EOF) {
		return nil, "", emptyForm()
	}
	if err != nil {
		return nil, "", brokenBody(c, err)
	}
	if name := part.FormName(); name != "rows" && name != "file" {
		return nil, "", unknownMember(name, []string{"rows", "file"})
	}
	return part, part.FileName(), nil
}

func spoolTo(c *gin.Context, body io.Reader) (out spooled, err error) {
	f, err := os.CreateTemp("", "reportfill-batch-*")
	if err != nil {
		return out, unspooled(c, err)
	}
	out.path = f.Name()
	defer func() {
		if err != nil {
			out.remove()
		}
	}()
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, sum), body)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return out, unspooled(c, err)
	}
	if n == 0 {
		return out, noRows()
	}
	out.sha256 = hex.EncodeToString(sum.Sum(nil))
	return out, nil
}

// unspooled tells a file that cannot be written from a body that cannot be read.
func unspooled(c *gin.Context, err error) error {
	var file *fs.PathError
	if !errors.As(err, &file) {
		return brokenBody(c, err)
	}
	r := refuse(codeUnavailable,
		"服务的临时文件夹写不进去（磁盘可能已满），请稍后重试，或请管理员检查 TMPDIR 所指的文件夹。",
		"The service cannot write to its folder of temporary files; the disk may be full. Try again later, or ask the operator about the folder that TMPDIR names.")
	r.retryAfter = unavailable.retryAfter
	return r.because(err)
}

func noRows() error {
	return refuse(codeBadRequest,
		"请求中没有数据。请将 .xlsx、.csv 或 JSON 作为请求内容发送，或作为表单中名为 rows 的文件。",
		"There are no rows in the request. Send the .xlsx, .csv or JSON as the body, or as the file rows of a form.")
}
