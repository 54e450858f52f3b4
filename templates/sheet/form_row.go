package sheet

import (
	"strconv"
	"strings"
	"time"

	"reportfill/fill"
)

// writeHead writes the title, what is still missing, and the header.
func (b *formWriter) writeHead() {
	last := firstRow + len(b.rows) - 1
	b.put(numberColumn, titleRow, b.Title, style{role: roleTitle})
	for c := numberColumn + 1; c <= demandColumn; c++ {
		b.put(c, titleRow, "", style{role: roleTitle})
	}
	b.keep(b.file.MergeCell(b.sheet, numberColumn.at(titleRow), unitColumn.at(titleRow)))
	b.keep(b.file.MergeCell(b.sheet, previousColumn.at(titleRow), demandColumn.at(titleRow)))
	required, values := span(requiredColumn, firstRow, last), span(valueColumn, firstRow, last)
	missing := `SUMPRODUCT((` + required + `=1)*(LEN(` + values + `)=0))`
	b.keep(b.file.SetCellFormula(b.sheet, previousColumn.at(titleRow),
		b.text(`"只填黄色单元格；尚缺 "&`+missing+`&" 项"`, `"Fill in the yellow cells. Missing: "&`+missing)))
	for c, title := range b.titles() {
		b.put(column(c), headerRow, title, style{role: roleHeader})
	}
}

func (b *formWriter) titles() []string {
	return []string{
		b.text("序号", "No."), b.text("部分", "Section"), b.text("原文", "Sentence"), b.text("指标", "Figure"),
		b.text("单位", "Unit"), b.text("上年", "Last year"), b.text("本年", "Value"), b.text("责任部门", "Department"),
		b.text("要求", "Rules"), "name", "was", "required",
	}
}

// span is a range of one column with absolute rows.
func span(c column, from, to int) string {
	return "$" + c.name() + "$" + strconv.Itoa(from) + ":$" + c.name() + "$" + strconv.Itoa(to)
}

func (b *formWriter) writeRow(r formRow) {
	if r.isHeading() {
		b.writeHeading(r)
		return
	}
	f, demand := r.field, b.Template.Demand(r.field.Name)
	for _, cell := range []struct {
		column column
		text   string
	}{
		{numberColumn, numbers(f)}, {sectionColumn, r.section}, {sentenceColumn, r.sentence}, {labelColumn, f.Title()},
		{unitColumn, f.Unit}, {ownerColumn, f.Owner}, {demandColumn, b.rules(demand)}, {nameColumn, f.Name},
	} {
		b.put(cell.column, r.row, cell.text, style{role: roleText, centred: cell.column == numberColumn || cell.column == unitColumn})
	}
	b.writeValue(previousColumn, r, b.Previous, roleText)
	if demand.Computed {
		b.writeFormula(r)
	} else {
		was := b.writeValue(valueColumn, r, b.Values, roleInput)
		b.put(wasColumn, r.row, was, style{role: roleText})
		b.validate(r, demand)
	}
	if demand.Required {
		b.keep(b.file.SetCellInt(b.sheet, requiredColumn.at(r.row), 1))
	}
	b.keep(b.file.SetRowHeight(b.sheet, r.row, rowHeight(r.sentence)))
	if r.section != "" {
		b.keep(b.file.SetRowOutlineLevel(b.sheet, r.row, 1))
	}
}

func (b *formWriter) writeHeading(r formRow) {
	heading := r.heading
	if heading == "" {
		heading = b.text("（其他）", "(other)")
	}
	b.put(numberColumn, r.row, heading, style{role: roleHeading})
	for c := numberColumn + 1; c <= demandColumn; c++ {
		b.put(c, r.row, "", style{role: roleHeading})
	}
	b.keep(b.file.MergeCell(b.sheet, numberColumn.at(r.row), demandColumn.at(r.row)))
}

// rules says what a value must keep.
func (b *formWriter) rules(d fill.Demand) string {
	var parts []string
	switch {
	case d.Computed:
		parts = append(parts, b.text("自动计算，不用填", "worked out: leave it"))
	case !d.Required:
		parts = append(parts, b.text("可不填", "may be left out"))
	}
	if text := d.Text.In(b.Language); text != "" {
		parts = append(parts, text)
	}
	return strings.Join(parts, b.text("；", "; "))
}

// writeValue writes the value of a field as its cell takes it, and gives what
// an untouched cell will be read as.
func (b *formWriter) writeValue(c column, r formRow, vs fill.Values, as role) string {
	at, st := c.at(r.row), style{role: as, format: formatOf(r.field, "")}
	given, has := vs.Get(r.field.Name)
	reading, readable := b.Template.Read(r.field.Name, given)
	text := given.Text
	if readable {
		text = reading.Value.Text
	}
	serial, isDate := 0.0, false
	switch {
	case !has || given.Type == fill.Null:
		text = ""
	case readable && r.field.Kind == fill.KindDate:
		serial, isDate = serialOf(text)
	}
	figure, isFigure := exactFloat(text)
	switch {
	case text == "":
	case isDate:
		b.keep(b.file.SetCellFloat(b.sheet, at, serial, -1, 64))
	case readable && r.field.Kind.Numeric() && isFigure:
		st.format = formatOf(r.field, text)
		b.keep(b.file.SetCellFloat(b.sheet, at, figure, -1, 64))
	default:
		b.keep(b.file.SetCellStr(b.sheet, at, text))
	}
	b.keep(b.file.SetCellStyle(b.sheet, at, at, b.styleID(st)))
	return text
}

// mostDigits are the significant digits that a cell keeps.
const mostDigits = 15

// exactFloat gives a number that a cell keeps digit for digit.
func exactFloat(text string) (float64, bool) {
	digits := strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(text), "0")
	if !storedNumber.MatchString(text) || len(digits) > mostDigits {
		return 0, false
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil
}

// firstDay is the day before the first that Excel counts, allowing for the
// 29 February 1900 that it takes to be one.
var firstDay = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// serialOf gives a date as the days that Excel counts. Before March 1900 its
// count is off by one; such dates stay text.
func serialOf(iso string) (float64, bool) {
	day, err := time.Parse("2006-01-02", iso)
	if err != nil || day.Year() <= 1900 {
		return 0, false
	}
	return day.Sub(firstDay).Hours() / 24, true
}
