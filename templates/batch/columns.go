package batch

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"github.com/xuri/excelize/v2"

	"reportfill/fill"
)

// columns says which field each column of a table holds.
type columns struct {
	fields []column
	at     map[string]int // field name → index of its column
}

// column is one column. One without a field is not read.
type column struct {
	field fill.Field
	unit  string // that its header names, where it is not the field's own
	read  bool
}

// filenameColumn is the header of the column with the names of documents.
const filenameColumn = "filename"

// ignoredMark opens the header of a column that is not to be read.
const ignoredMark = "#"

// readHeader finds the fields of a table's columns by their names or labels; a
// label may carry a unit in brackets. All that is wrong is told at once.
func readHeader(header []string, row int, t *fill.Template) (*columns, error) {
	c := &columns{at: map[string]int{}}
	known := newHeadings(t)
	var faults []Fault
	for i, title := range header {
		title = strings.TrimSpace(title)
		col, found := known.find(title)
		first, twice := c.at[col.field.Name]
		switch {
		case title == "" || strings.HasPrefix(title, ignoredMark):
		case !found:
			faults = append(faults, known.unknown(title, cellName(i, row)))
		case twice && col.read:
			faults = append(faults, twiceColumn(title, cellName(i, row), cellName(first, row)))
		default:
			c.at[col.field.Name] = i
		}
		c.fields = append(c.fields, col)
	}
	switch {
	case faults != nil:
		e := refuse("unknown_column",
			fmt.Sprintf("首行有 %d 个列名无法对应到指标。请改成指标名称；不需要的列，请在列名前加 #。", len(faults)),
			fmt.Sprintf("column names that name no field: %d. Name each after a field or its label; put # before those that are not to be read.", len(faults)))
		e.Faults = faults
		return nil, e
	case len(c.at) == 0:
		return nil, refuse("no_header",
			"首行没有列名。首行应为各列的指标名称，以下每行一份报告。",
			"the first row names no columns: it must name the field of each, with one report in each row below")
	}
	return c, nil
}

// cell is the cell of a field in a row; empty where it has no column.
func (c *columns) cell(field string, row int) string {
	i, ok := c.at[field]
	if !ok {
		return ""
	}
	return cellName(i, row)
}

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return fmt.Sprintf("R%dC%d", row, column+1)
	}
	return name
}

// headings are the names by which columns may go.
type headings struct {
	names  map[string]fill.Field
	labels map[string][]fill.Field
}

func newHeadings(t *fill.Template) headings {
	h := headings{names: map[string]fill.Field{}, labels: map[string][]fill.Field{}}
	for _, f := range t.Fields() {
		h.names[f.Name] = f
		h.labels[f.Label] = append(h.labels[f.Label], f)
	}
	return h
}

// find gives the column of a title: a field's name, its label, or either with a
// unit in brackets.
func (h headings) find(title string) (column, bool) {
	if f, ok := h.exact(title); ok {
		return column{field: f, read: true}, true
	}
	if title == filenameColumn || title == "文件名" {
		return column{field: fill.Field{Name: filenameColumn}, read: true}, true
	}
	label, unit, ok := cutUnit(title)
	if !ok {
		return column{}, false
	}
	f, ok := h.exact(label)
	if unit == f.Unit {
		unit = ""
	}
	return column{field: f, unit: unit, read: ok}, ok
}

func (h headings) exact(title string) (fill.Field, bool) {
	if f, ok := h.names[title]; ok {
		return f, true
	}
	if fs := h.labels[title]; title != "" && len(fs) == 1 {
		return fs[0], true
	}
	return fill.Field{}, false
}

// cutUnit takes 财政收入（万元） apart.
func cutUnit(title string) (label, unit string, ok bool) {
	title = strings.NewReplacer("（", "(", "）", ")").Replace(title)
	label, rest, found := strings.Cut(title, "(")
	unit, closed := strings.CutSuffix(rest, ")")
	return strings.TrimSpace(label), strings.TrimSpace(unit), found && closed && unit != ""
}

// unknown tells of a title that is no field's, with what it may have meant.
func (h headings) unknown(title, cell string) Fault {
	if fs := h.labels[title]; len(fs) > 1 {
		var names []string
		for _, f := range fs {
			names = append(names, f.Name)
		}
		f := fault(CodeColumns,
			fmt.Sprintf("列“%s”（%s）对应多个指标，请改用字段名：%s", title, cell, strings.Join(names, "、")),
			fmt.Sprintf("several fields have the label of the column %q (%s): name it after one of %s", title, cell, strings.Join(names, ", ")))
		f.Cell = cell
		return f
	}
	zh, en := h.orNearest(title)
	f := fault(CodeColumns,
		fmt.Sprintf("列“%s”（%s）不是本模板的指标%s；不需要的列请在列名前加 #", title, cell, zh),
		fmt.Sprintf("the column %q (%s) is no field of the template%s; put # before it if it is not to be read", title, cell, en))
	f.Cell = cell
	return f
}

// Bounds on the work of offering a heading.
const (
	longestGuess = 64   // characters of the title
	mostGuessed  = 5000 // fields
)

// orNearest offers the heading that the title may have meant; nothing where none
// is near.
func (h headings) orNearest(title string) (zh, en string) {
	length := utf8.RuneCountInString(title)
	if length > longestGuess || len(h.names) > mostGuessed {
		return "", ""
	}
	best, least := "", max(1, length/2)
	for _, known := range slices.Sorted(maps.Keys(h.names)) {
		for _, heading := range []string{known, h.names[known].Label} {
			if d := levenshtein.ComputeDistance(title, heading); d <= least && (best == "" || d < least) {
				best, least = heading, d
			}
		}
	}
	if best == "" {
		return "", ""
	}
	return "，是否为“" + best + "”？", ", did you mean " + best + "?"
}

func twiceColumn(title, cell, first string) Fault {
	f := fault(CodeColumns,
		fmt.Sprintf("列“%s”（%s）与 %s 列重复，请只留一列", title, cell, first),
		fmt.Sprintf("the column %q (%s) is the same as that of %s: keep one", title, cell, first))
	f.Cell = cell
	return f
}
