package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"reportfill/fill"
)

// Limits bound what is read of a workbook. A zero value means the default.
type Limits struct {
	Unzipped int64 // bytes of all parts
	Rows     int
	Columns  int
}

// DefaultLimits are the limits of a service that nobody has configured.
var DefaultLimits = Limits{Unzipped: 1 << 30, Rows: 100_000, Columns: 2_000}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	if l.Unzipped > 0 {
		d.Unzipped = l.Unzipped
	}
	if l.Rows > 0 {
		d.Rows = l.Rows
	}
	if l.Columns > 0 {
		d.Columns = l.Columns
	}
	return d
}

// inMemory is how much of a worksheet or of the shared strings is kept in
// memory; larger parts go to a temporary file.
const inMemory = 4 << 20

func (l Limits) options() excelize.Options {
	return excelize.Options{UnzipSizeLimit: l.Unzipped, UnzipXMLSizeLimit: min(inMemory, l.Unzipped)}
}

// signatures of the files that people take for .xlsx.
var (
	zipSignature = []byte("PK\x03\x04")
	oleSignature = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

// checkSignature refuses what is no zip before any of it is read: opening an
// encrypted workbook would cost as much as its author likes.
func checkSignature(head []byte) error {
	switch {
	case bytes.HasPrefix(head, oleSignature):
		return refuse("xls_or_encrypted",
			"这是旧版 .xls 或带打开密码的工作簿。请在 Excel 中去掉密码，另存为 .xlsx 后重新上传。",
			"this is an .xls or an encrypted workbook: remove its password in Excel and save it as .xlsx")
	case !bytes.HasPrefix(head, zipSignature):
		return refuse("not_xlsx",
			"这不是 .xlsx 工作簿。请在 Excel 或 WPS 中另存为 .xlsx 后重新上传。",
			"this is not an .xlsx workbook: save it as .xlsx in Excel")
	}
	return nil
}

func openBytes(data []byte, l Limits) (*excelize.File, error) {
	if err := checkSignature(data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), l.options())
	return opened(f, err, l)
}

func openPath(path string, l Limits) (*excelize.File, error) {
	head := make([]byte, len(oleSignature))
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	n, err := io.ReadFull(file, head)
	if closed := file.Close(); closed != nil {
		return nil, closed
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if err := checkSignature(head[:n]); err != nil {
		return nil, err
	}
	f, err := excelize.OpenFile(path, l.options())
	return opened(f, err, l)
}

// opened tells why a workbook could not be opened.
func opened(f *excelize.File, err error, l Limits) (*excelize.File, error) {
	if err == nil && len(f.GetSheetList()) == 0 {
		err = errors.New("it has no sheets")
	}
	if err == nil {
		return f, nil
	}
	if f != nil {
		err = errors.Join(err, f.Close())
	}
	if strings.Contains(err.Error(), "unzip size exceeds") {
		return nil, tooLarge(l, err)
	}
	if strings.Contains(err.Error(), "have <document>") { // the root element (ECMA-376 part 1, 17.2.3)
		e := refuse("not_xlsx",
			"这是 Word 文档，不是 .xlsx 工作簿。请改用 .xlsx 文件。",
			"this is a Word document, not an .xlsx workbook: use an .xlsx")
		e.Cause = err
		return nil, e
	}
	e := refuse("damaged_xlsx",
		"工作簿已损坏，无法读取。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重新上传。",
		"the workbook is damaged: open it in Excel and save it again as .xlsx")
	e.Cause = err
	return nil, e
}

func tooLarge(l Limits, cause error) error {
	e := over("unzipped_size",
		fmt.Sprintf("工作簿解压后超过 %d MiB。请删去图片和多余的工作表，或分成几个文件。", l.Unzipped>>20),
		fmt.Sprintf("the workbook is over %d MiB unzipped: remove pictures and other sheets, or make several files of it", l.Unzipped>>20))
	e.Cause = cause
	return e
}

// malformed tells of a sheet that could not be read to its end.
func malformed(err error) error {
	e := refuse("damaged_xlsx",
		"工作表已损坏，没有读完。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重新上传。",
		"the sheet is damaged and was not read to its end: open it in Excel and save it again as .xlsx")
	e.Cause = err
	return e
}

// textOf is one text in both languages.
func textOf(zh, en string) fill.Text { return fill.Text{ZH: zh, EN: en} }
