package fill

import (
	"bytes"
	"cmp"
	"strings"
)

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
	for ; col >= 0; col-- {
		if col < len(t.heads) && t.heads[col] != "" {
			return t.heads[col]
		}
	}
	return ""
}

// endCell closes the cell: the first with text heads its row, those of the
// first row head their columns.
func (t *table) endCell() {
	c := t.cell
	if t.row == 0 {
		for len(t.heads) <= c.col {
			t.heads = append(t.heads, "")
		}
		t.heads[c.col] = c.text
	}
	if t.rowHead == "" {
		t.rowHead = c.text
	}
	if t.row > 0 && contains(unitHeads, strings.ReplaceAll(t.head(c.col), " ", "")) {
		t.rowUnit = wholeUnit(c.text)
	}
	t.col++
	t.cell = nil
}

// unitHeads head the column that names the unit of each row.
var unitHeads = []string{"单位", "计量单位"}

// wholeUnit gives the text where it is a unit and nothing else.
func wholeUnit(text string) string {
	if _, n, class := unitAt(text); n == len(text) && class != noUnit && class != name {
		return text
	}
	return ""
}

// captionUnit gives the unit that the line above a table names: 单位：万元,
// 表1 收入情况（单位：万元）. Of several it gives the first.
func captionUnit(text []byte) string {
	_, rest, ok := bytes.Cut(text, []byte("单位"))
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, ":： ")
	words := strings.FieldsFunc(plainText(rest[:min(len(rest), headLength)]), func(r rune) bool {
		return strings.ContainsRune("、，,；;）) /", r)
	})
	if len(words) == 0 {
		return ""
	}
	return wholeUnit(words[0])
}

// plainText is text as one line: objects gone, breaks and tabs as blanks.
func plainText(text []byte) string {
	return strings.Join(strings.Fields(plainReplacer.Replace(strings.ToValidUTF8(string(text), ""))), " ")
}

var plainReplacer = strings.NewReplacer("\uFFFC", "", "\u00AD", "", "\u2011", "-")
