package sheet

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"reportfill/fill"
)

// column is a column of the form, from 0.
type column int

// The columns of a form. Those from nameColumn on are hidden: Read takes a row
// by them.
const (
	numberColumn column = iota
	sectionColumn
	sentenceColumn
	labelColumn
	unitColumn
	previousColumn
	valueColumn
	ownerColumn
	demandColumn
	nameColumn     // the field's name
	wasColumn      // the value that the form was made with
	requiredColumn // 1 where a value is required
	columns
)

// at is the cell of the column in the row, such as G7.
func (c column) at(row int) string { return c.name() + strconv.Itoa(row) }

func (c column) name() string { return string(rune('A' + c)) }

// The rows above the fields.
const (
	titleRow  = 1
	headerRow = 2
	firstRow  = 3
)

// formRow is a row of the form: a section's heading, or a field.
type formRow struct {
	row      int
	heading  string // of a heading
	field    fill.Field
	section  string
	sentence string
}

func (r formRow) isHeading() bool { return r.field.Name == "" }

// layOut gives the rows in reading order: fields by their first placeholder,
// those that are in no sentence at the end, and a heading where a section begins.
// The title is in none.
func layOut(t *fill.Template) []formRow {
	ps := t.Placeholders()
	fields := t.Fields()
	slices.SortStableFunc(fields, func(a, b fill.Field) int { return cmp.Compare(firstPlace(a), firstPlace(b)) })
	sections := hasSections(fields, ps)
	var out []formRow
	section := ""
	for _, f := range fields {
		r := formRow{field: f}
		if len(f.Placeholders) > 0 {
			p := ps[f.Placeholders[0]-1]
			r.section, r.sentence = p.Heading, strings.TrimSpace(p.Sentence())
		}
		if sections && r.section != section {
			out = append(out, formRow{heading: r.section, row: firstRow + len(out)})
			section = r.section
		}
		r.row = firstRow + len(out)
		out = append(out, r)
	}
	return out
}

func firstPlace(f fill.Field) int {
	if len(f.Placeholders) == 0 {
		return math.MaxInt
	}
	return f.Placeholders[0]
}

func hasSections(fields []fill.Field, ps []fill.Placeholder) bool {
	return slices.ContainsFunc(fields, func(f fill.Field) bool {
		return len(f.Placeholders) > 0 && ps[f.Placeholders[0]-1].Heading != ""
	})
}

// numbers lists the placeholders of a field: 13、22.
func numbers(f fill.Field) string {
	list := make([]string, len(f.Placeholders))
	for i, n := range f.Placeholders {
		list[i] = strconv.Itoa(n)
	}
	return strings.Join(list, "、")
}

// cellsOf gives the value cell of each field by name.
func cellsOf(rows []formRow) map[string]formRow {
	out := make(map[string]formRow, len(rows))
	for _, r := range rows {
		if !r.isHeading() {
			out[r.field.Name] = r
		}
	}
	return out
}
