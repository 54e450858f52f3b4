package sheet

import (
	"archive/zip"
	"errors"
	"io"

	"github.com/xuri/excelize/v2"
)

// Table reads the first visible worksheet of a workbook row by row. Worksheets
// and shared strings that are large lie in temporary files, so that its memory
// does not grow with its rows.
type Table struct {
	file *excelize.File
	rows *rowReader
	size int
}

// OpenTable opens a workbook. *Error; ErrLimit is told as rows are read, too.
func OpenTable(path string, l Limits) (*Table, error) {
	l = l.orDefault()
	f, err := openPath(path, l)
	if err != nil {
		return nil, err
	}
	t, err := newTable(f, path, l)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return t, nil
}

func newTable(f *excelize.File, path string, l Limits) (*Table, error) {
	name := f.GetSheetList()[0]
	for _, sheet := range f.GetSheetList() {
		if sheet == markSheet {
			return nil, refuse("form",
				"这是一份报告的填报表，不是批量数据表。批量数据表每行一份报告，首行是各列的指标名称。",
				"this is the form of one report: a table has one report a row, and the names of its columns in the first row")
		}
	}
	for _, sheet := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(sheet); err == nil && visible {
			name = sheet
			break
		}
	}
	rows, err := newRowReader(f, name, l)
	if err != nil {
		return nil, err
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, errors.Join(malformed(err), rows.close())
	}
	without := 0
	err = scanFormulas(&z.Reader, name, func(c formula) {
		if without < mostNoResult && !c.result {
			without++
			rows.noResult[c.ref] = true
		}
	})
	if err == nil && without == mostNoResult {
		err = refuse("formulas_without_values",
			"表中的公式都没有计算结果。请在 Excel 或 WPS 中打开并保存一次后重新上传。",
			"the formulas of the sheet were saved without their results: open the file in Excel, save it, and send that")
	}
	if err = errors.Join(err, z.Close()); err != nil {
		return nil, errors.Join(err, rows.close())
	}
	return &Table{file: f, rows: rows, size: sizeOf(f, name)}, nil
}

// mostNoResult bounds the formulas without a result that are told one by one.
const mostNoResult = 10_000

// sizeOf gives the rows that the sheet says it has; 0 where it does not say.
func sizeOf(f *excelize.File, sheet string) int {
	dimension, err := f.GetSheetDimension(sheet)
	if err != nil {
		return 0
	}
	last := dimension
	for i, c := range dimension {
		if c == ':' {
			last = dimension[i+1:]
		}
	}
	_, row, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		return 0
	}
	return row
}

// Rows is the number of rows that the sheet says it has, blank ones and the
// header among them; 0 where it does not say.
func (t *Table) Rows() int { return t.size }

// Next gives the next row and its number from 1, blank rows too; io.EOF after
// the last.
func (t *Table) Next() (row int, cells []Cell, err error) {
	cells, ok, err := t.rows.next()
	if err != nil {
		return 0, nil, err
	}
	if !ok {
		return 0, nil, io.EOF
	}
	return t.rows.row, cells, nil
}

// Close removes the temporary files.
func (t *Table) Close() error { return errors.Join(t.rows.close(), t.file.Close()) }
