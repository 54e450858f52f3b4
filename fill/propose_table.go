package fill

import (
	"slices"
	"strings"
)

// A column is what a table's column holds: figures alone, one a row.
type column struct {
	cells []*mention
}

// proposeTables proposes the row of a table that is headed 合计 as the sum of
// the rows above or below it, column by column. Ratios are left out, and so are
// tables with subtotals, whose rows would be counted twice.
func (p *proposer) proposeTables(all []mention) {
	for start := 0; start < len(all); {
		end := start
		for end < len(all) && isCell(&all[end]) && (end == start || inTable(&all[end-1], &all[end])) {
			end++
		}
		if end == start {
			start++
			continue
		}
		for _, c := range columnsOf(all[start:end]) {
			p.proposeColumn(c)
		}
		start = end
	}
}

// isCell tells a figure that stands in a table's cell with both heads.
func isCell(f *mention) bool {
	return f.Row != "" && f.Column != "" && isBareCell(f)
}

// farthest is how many paragraphs may lie between two figures of one table.
const farthest = 64

func inTable(a, b *mention) bool {
	return a.Part == b.Part && b.Paragraph > a.Paragraph && b.Paragraph-a.Paragraph <= farthest
}

// columnsOf sorts the amounts among cells into columns by their heads, in order.
func columnsOf(fs []mention) []*column {
	var out []*column
	byHead := map[string]*column{}
	for i := range fs {
		if fs[i].role != roleAmount {
			continue
		}
		c := byHead[fs[i].Column]
		if c == nil {
			c = &column{}
			byHead[fs[i].Column] = c
			out = append(out, c)
		}
		c.cells = append(c.cells, &fs[i])
	}
	return out
}

func (p *proposer) proposeColumn(c *column) {
	if len(c.cells) < 3 || c.cells[0].kind == KindPercent || hasSuffix(withoutUnit(c.cells[0].Column), ratioEnds) {
		return
	}
	total, rows := c.total()
	if total == nil {
		return
	}
	which := Text{"其余各行", "the others"}
	if len(rows) < len(c.cells)-1 {
		which = say("“%s”等各项", "“%s” and its like", rows[0].Row)
	}
	certain := c.regular() && isPlainTotal(total.Row) && !strings.HasPrefix(rows[0].Row, "其中")
	p.compute(ProposalTotal, total, certain, Text{
		ZH: "表中“" + total.Row + "”行是“" + total.Column + "”列" + which.ZH + "之和",
		EN: "the row “" + total.Row + "” of the table adds up " + which.EN + " of the column “" + total.Column + "”",
	}, sum(rows)...)
}

// total takes the row that sums the column up, its first or its last, and the
// others. It is nil where there is none, or where a row would count twice.
func (c *column) total() (total *mention, rows []*mention) {
	rows = c.cells
	last := len(rows) - 1
	switch {
	case isTotalRow(rows[last].Row):
		total, rows = rows[last], rows[:last]
	case isTotalRow(rows[0].Row):
		total, rows = rows[0], rows[1:]
	default:
		return nil, nil
	}
	rows = numberedRows(rows)
	seen := map[string]bool{}
	for _, f := range rows {
		head := strings.ReplaceAll(f.Row, " ", "")
		if isTotalRow(head) || strings.HasPrefix(head, "其中") && f != rows[0] || strings.Contains(head, "#") || seen[head] || f.unit != total.unit || f.kind != total.kind {
			return nil, nil
		}
		seen[head] = true
	}
	if len(rows) < 2 {
		return nil, nil
	}
	return total, rows
}

// numberedRows gives the rows that are numbered at the highest level, where some
// are: 一、税收收入 and 二、非税收入 hold what the rows between them tell. Else
// it gives all.
func numberedRows(rows []*mention) []*mention {
	for _, number := range headingMarks {
		var numbered []*mention
		for _, f := range rows {
			if number.MatchString(f.Row) {
				numbered = append(numbered, f)
			}
		}
		if len(numbered) > 0 {
			return numbered
		}
	}
	return rows
}

// totalHeads end the heads of rows that sum the others up.
var totalHeads = []string{"合计", "总计", "共计", "小计"}

func isTotalRow(head string) bool { return hasSuffix(strings.ReplaceAll(head, " ", ""), totalHeads) }

// isPlainTotal tells a head that says of nothing in particular that it is the sum.
func isPlainTotal(head string) bool {
	return slices.Contains([]string{"合计", "总计", "共计", "小计", "总合计", "全市合计", "全县合计"}, strings.ReplaceAll(head, " ", ""))
}

// regular tells whether the rows follow one another at one distance, so that no
// row with a figure written out lies between them.
func (c *column) regular() bool {
	step := c.cells[1].Paragraph - c.cells[0].Paragraph
	for i := 2; i < len(c.cells); i++ {
		if c.cells[i].Paragraph-c.cells[i-1].Paragraph != step {
			return false
		}
	}
	return true
}
