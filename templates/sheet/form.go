package sheet

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"reportfill/fill"
	"reportfill/templates"
)

// Form is what a form is made of.
type Form struct {
	Title    string
	Ref      templates.Ref // with a version
	Report   string        // id of the report whose values it holds; empty for an empty form
	Template *fill.Template
	Values   fill.Values // by name
	Previous fill.Values // last year's, by name; nil if there are none
	Language fill.Language
}

// formMark opens the hidden sheet; a workbook without it is no form.
const formMark = "reportfill form"

// formVersion is the version of the layout that Write makes and Read takes.
const formVersion = "1"

// markSheet is the hidden sheet that names template and version.
const markSheet = "reportfill"

// Write writes the form as .xlsx. Only w can fail, and a template of more rows
// than a sheet has.
func Write(w io.Writer, f Form) error {
	file := excelize.NewFile()
	b := &formWriter{Form: f, file: file, sheet: f.text("填报", "Form")}
	err := b.write()
	if err == nil {
		_, err = file.WriteTo(w)
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

func (f Form) text(zh, en string) string { return textOf(zh, en).In(f.Language) }

// formWriter writes one form. The first error ends it.
type formWriter struct {
	Form
	file   *excelize.File
	sheet  string
	rows   []formRow
	styles map[style]int
	failed error
}

func (b *formWriter) write() error {
	b.rows = layOut(b.Template)
	b.styles = make(map[style]int)
	b.keep(b.file.SetSheetName("Sheet1", b.sheet))
	b.writeHead()
	for _, r := range b.rows {
		b.writeRow(r)
	}
	b.colourMissing()
	b.setUpSheet()
	b.setUpPrint()
	b.writeMark()
	return b.failed
}

// keep keeps the first error.
func (b *formWriter) keep(err error) {
	if b.failed == nil {
		b.failed = err
	}
}

// put writes text, which is never a formula.
func (b *formWriter) put(column column, row int, s string, st style) {
	at := column.at(row)
	b.keep(b.file.SetCellStr(b.sheet, at, s))
	b.keep(b.file.SetCellStyle(b.sheet, at, at, b.styleID(st)))
}

// writeMark writes the hidden sheet by which Read knows the form.
func (b *formWriter) writeMark() {
	_, err := b.file.NewSheet(markSheet)
	b.keep(err)
	for i, pair := range [][2]string{
		{formMark, formVersion}, {"template", b.Ref.ID}, {"version", strconv.Itoa(b.Ref.Version)}, {"report", b.Report},
	} {
		row, _ := excelize.CoordinatesToCellName(1, i+1)
		value, _ := excelize.CoordinatesToCellName(2, i+1)
		b.keep(b.file.SetCellStr(markSheet, row, pair[0]))
		b.keep(b.file.SetCellStr(markSheet, value, pair[1]))
	}
	b.keep(b.file.SetSheetVisible(markSheet, false, true))
	b.keep(b.file.ProtectSheet(markSheet, &excelize.SheetProtectionOptions{SelectLockedCells: true}))
}
