package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"reportfill/fill"
	"reportfill/templates"
)

// Filled is a form that came back.
type Filled struct {
	Ref     templates.Ref // the template version that it was made of
	Report  string        // the report that it was made of; empty if of none
	Entries []Entry       // one a field, as the rows have them

	template *fill.Template
}

// Entry is one row of a form.
type Entry struct {
	Field string
	Cell  string
	Value fill.Value    // Null where the cell is blank, or not understood
	Was   string        // the value that the form was made with
	Doubt *fill.Problem // why the cell is not understood
	Note  *fill.Problem // what its reader should know

	locked bool // a live formula: its value is not taken
}

// Read reads a form of the template, in whatever version it was made. *Error:
// it is no form, or one of another template.
func Read(data []byte, ref templates.Ref, t *fill.Template, l Limits) (*Filled, error) {
	l = l.orDefault()
	f, err := openBytes(data, l)
	if err != nil {
		return nil, err
	}
	out, err := readForm(f, data, ref, t, l)
	return out, errors.Join(err, f.Close())
}

func readForm(f *excelize.File, data []byte, ref templates.Ref, t *fill.Template, l Limits) (*Filled, error) {
	out, err := readMark(f)
	if err != nil {
		return nil, err
	}
	if out.Ref.ID != ref.ID {
		return nil, refuse("other_template",
			fmt.Sprintf("这是模板 %s 的填报表，不是 %s 的。请下载本模板的填报表填写。", out.Ref.ID, ref.ID),
			fmt.Sprintf("this is the form of the template %s, not of %s: download the form of this one", out.Ref.ID, ref.ID))
	}
	out.template = t
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, malformed(err)
	}
	sheet := formSheet(f)
	live := map[string]bool{}
	rows, err := newRowReader(f, sheet, l)
	if err != nil {
		return nil, err
	}
	err = scanFormulas(z, sheet, func(c formula) { live[c.ref], rows.noResult[c.ref] = true, !c.result })
	if err == nil {
		err = out.readRows(rows, live)
	}
	return out, errors.Join(err, rows.close())
}

// readMark reads the hidden sheet.
func readMark(f *excelize.File) (*Filled, error) {
	value := func(cell string) string {
		s, _ := f.GetCellValue(markSheet, cell) // a sheet that is not there has no cells
		return s
	}
	if value("A1") != formMark {
		return nil, refuse("no_form",
			"这不是本系统的填报表。请先下载填报表，在其中填写后再上传。",
			"this is no form of this service: download the form, fill it in, and upload that")
	}
	version, err := strconv.Atoi(value("B3"))
	if value("B1") != formVersion || err != nil {
		return nil, refuse("form_version",
			"填报表由其他版本的系统生成。请重新下载填报表，将数据复制进去后上传。",
			"the form was made by another version of this service: download it anew and copy the values over")
	}
	return &Filled{Ref: templates.Ref{ID: value("B2"), Version: version}, Report: value("B4")}, nil
}

// formSheet is the sheet of the form, whatever it is called now.
func formSheet(f *excelize.File) string {
	for _, name := range f.GetSheetList() {
		if name != markSheet {
			return name
		}
	}
	return markSheet
}

func (o *Filled) readRows(rows *rowReader, live map[string]bool) error {
	fields := map[string]fill.Field{}
	for _, f := range o.template.Fields() {
		fields[f.Name] = f
	}
	for {
		cells, ok, err := rows.next()
		if err != nil || !ok {
			return err
		}
		name := textAt(cells, nameColumn)
		if rows.row == headerRow && name != "name" {
			return refuse("form_columns",
				"填报表的列被改动过，无法辨认。请重新下载填报表，将数据复制进去后上传。",
				"the columns of the form were changed: download it anew and copy the values over")
		}
		if rows.row >= firstRow && name != "" {
			o.readRow(cells, name, fields, live)
		}
	}
}

func (o *Filled) readRow(cells []Cell, name string, fields map[string]fill.Field, live map[string]bool) {
	f, known := fields[name]
	if !known {
		f = fill.Field{Name: name}
	}
	c := cells[valueColumn] // before nameColumn, which is there
	e := Entry{Field: name, Cell: c.Ref, Was: textAt(cells, wasColumn)}
	if e.locked = o.template.Demand(name).Computed && live[c.Ref]; !e.locked {
		e.Value, e.Doubt, e.Note = c.Value(o.template, f)
	}
	o.Entries = append(o.Entries, e)
}

func textAt(cells []Cell, c column) string {
	if int(c) >= len(cells) {
		return ""
	}
	return cells[c].Raw
}
