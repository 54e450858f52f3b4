package batch

import (
	"errors"
	"fmt"
	"io"

	"reportfill/fill"
	"reportfill/templates/sheet"
)

// table turns the rows of a table into values, by its header.
type table struct {
	template *fill.Template
	columns  *columns
	limits   Limits
	given    int // rows given so far
}

// row reads one row; nil for a blank one.
func (t *table) row(number int, cells []sheet.Cell) *Row {
	row := &Row{Number: number, columns: t.columns}
	blank := true
	for i, c := range cells {
		if c.Raw == "" && !c.NoResult {
			continue
		}
		blank = false
		if i >= len(t.columns.fields) {
			row.Faults = append(row.Faults, beyondHeader(c))
			continue
		}
		t.read(row, t.columns.fields[i], c)
	}
	if blank {
		return nil
	}
	return row
}

func (t *table) read(row *Row, col column, c sheet.Cell) {
	switch {
	case !col.read:
		return
	case col.field.Name == filenameColumn && col.field.Kind == "":
		row.Filename = c.Shown
		return
	}
	v, doubt, note := c.Value(t.template, col.field)
	if doubt != nil {
		row.Faults = append(row.Faults, Fault{Problem: *doubt, Cell: c.Ref})
		return
	}
	if note != nil {
		row.Notes = append(row.Notes, Fault{Problem: *note, Cell: c.Ref})
	}
	if v.Type == fill.Null {
		return
	}
	v.Unit = col.unit
	row.Values = append(row.Values, fill.Entry{Name: col.field.Name, Value: v})
}

func beyondHeader(c sheet.Cell) Fault {
	f := fault(CodeColumns,
		fmt.Sprintf("单元格 %s 所在的列没有列名，请补上列名或删去该值", c.Ref),
		fmt.Sprintf("the column of cell %s has no name: name it, or remove the value", c.Ref))
	f.Cell = c.Ref
	return f
}

// count holds the number of rows to the limit.
func (t *table) count() error {
	if t.given++; t.given > t.limits.Rows {
		return tooManyRows(t.limits.Rows)
	}
	return nil
}

// xlsx reads the first sheet of a workbook.
type xlsx struct {
	table
	sheet *sheet.Table
}

func openXLSX(path string, t *fill.Template, l Limits) (Source, error) {
	book, err := sheet.OpenTable(path, l.Sheet)
	if err != nil {
		return nil, err
	}
	x := &xlsx{table: table{template: t, limits: l}, sheet: book}
	if err := x.readHeader(); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return x, nil
}

// readHeader reads the first row that is not blank.
func (x *xlsx) readHeader() error {
	for {
		number, cells, err := x.sheet.Next()
		if errors.Is(err, io.EOF) {
			return errNoRows
		}
		if err != nil {
			return err
		}
		var titles []string
		filled := false
		for _, c := range cells {
			titles = append(titles, c.Shown)
			filled = filled || c.Shown != ""
		}
		if filled {
			x.columns, err = readHeader(titles, number, x.template)
			return err
		}
	}
}

// Next gives the next row that is not blank.
func (x *xlsx) Next() (*Row, error) {
	for {
		number, cells, err := x.sheet.Next()
		if err != nil {
			return nil, err
		}
		if row := x.row(number, cells); row != nil {
			return row, x.count()
		}
	}
}

// Rows is what the sheet says of itself, without the header.
func (x *xlsx) Rows() int { return max(0, x.sheet.Rows()-1) }

// Close removes the temporary files.
func (x *xlsx) Close() error { return x.sheet.Close() }
