package fill

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// cell is the table cell around a paragraph.
type cell struct {
	table    *table
	row, col int
	filled   int    // paragraphs with text in it
	text     string // its text so far, shortened
}

// table is what the reader knows of a table while it reads on.
type table struct {
	id      int
	row     int
	col     int
	heads   []string // text of the first row's cells by grid column
	above   []string // text of the last cell of each grid column, which a merged one goes on with
	rowHead string
	rowUnit string // the unit that the row names in a column of its own
	unit    string // the unit that the line above the table names
	cell    *cell
	open    int // paragraphs open when it began: those in it lie deeper
}

// headLength bounds the text of a cell that serves as a head, in bytes.
const headLength = 120

// add takes a paragraph's text into its cell, and tells the paragraph what
// heads its row and its column.
func (c *cell) add(p *paragraph) {
	p.row, p.column, p.unit = c.table.rowHead, "", ""
	if c.row > 0 {
		p.column = c.table.head(c.col)
		p.unit = cmp.Or(c.table.rowUnit, c.table.unit)
	}
	c.filled++
	if len(c.text) < headLength {
		c.text = strings.TrimSpace(c.text + " " + plainText(p.text[:min(len(p.text), headLength)]))
	}
}

// head is the text of the first row's cell over a grid column.
func (t *table) head(col int) string {
	for col = min(col, len(t.heads)-1); col >= 0; col-- {
		if t.heads[col] != "" {
			return t.heads[col]
		}
	}
	return ""
}

// maxColumns bounds the grid columns whose heads are known. Word makes 63.
const maxColumns = 256

// spanOf reads a number of grid columns; 0 for none that Word would make.
func spanOf(val string) int {
	n, err := strconv.Atoi(val)
	if err != nil || n < 0 || n > maxColumns {
		return 0
	}
	return n
}

// endCell closes the cell: the first with text heads its row, those of the
// first row head their columns.
func (t *table) endCell() {
	c := t.cell
	if c.col < maxColumns {
		if t.row == 0 {
			t.heads = withColumn(t.heads, c.col, c.text)
		}
		t.above = withColumn(t.above, c.col, c.text)
	}
	if t.rowHead == "" {
		t.rowHead = c.text
	}
	if t.row > 0 && slices.Contains(unitHeads, strings.ReplaceAll(t.head(c.col), " ", "")) {
		t.rowUnit = wholeUnit(c.text)
	}
	t.col++
	t.cell = nil
}

// columnText gives the text of a column; empty where it has none.
func columnText(texts []string, col int) string {
	if col < len(texts) {
		return texts[col]
	}
	return ""
}

// withColumn sets the text of a column.
func withColumn(texts []string, col int, text string) []string {
	for len(texts) <= col {
		texts = append(texts, "")
	}
	texts[col] = text
	return texts
}

// startTable keeps track of where in its table a paragraph stands.
func (r *storyReader) startTable(el *element) {
	if string(el.local) == "tbl" {
		r.tableNo++
		r.tables = append(r.tables, &table{id: r.tableNo, row: -1, open: len(r.open), unit: r.unit})
		return
	}
	if len(r.tables) == 0 {
		return
	}
	t := r.tables[len(r.tables)-1]
	val, has := r.sc.attr("val")
	switch string(el.local) {
	case "tr":
		t.row, t.col, t.rowHead, t.rowUnit = t.row+1, 0, "", ""
	case "tc":
		t.cell = &cell{table: t, row: t.row, col: t.col}
	case "gridBefore":
		if t.cell == nil {
			t.col += spanOf(val)
		}
	case "gridSpan":
		if t.cell != nil {
			t.col += max(0, spanOf(val)-1)
		}
	case "vMerge":
		if t.cell != nil && (!has || val == "continue") {
			t.cell.text = columnText(t.above, t.cell.col)
		}
	}
}

func (r *storyReader) endTable(el *element) {
	if len(r.tables) == 0 {
		return
	}
	t := r.tables[len(r.tables)-1]
	switch string(el.local) {
	case "tbl":
		r.tables = r.tables[:len(r.tables)-1]
	case "tc":
		if t.cell != nil {
			t.endCell()
		}
	}
}

// plainText is text as one line: objects gone, breaks and tabs as blanks.
func plainText(text []byte) string {
	return strings.Join(strings.Fields(plainReplacer.Replace(strings.ToValidUTF8(string(text), ""))), " ")
}

var plainReplacer = strings.NewReplacer(objectText, "", "\u00AD", "", "\u2011", "-")
