package main

import (
	"bytes"
	"fmt"
	"strings"

	"reportfill/fill"
)

// scanTable is a survey as a person reads it: number, kind, unit, field and the
// sentence with the mark set off. Columns are aligned by the width that a
// terminal gives East Asian characters. Sentences are cut to the width of the
// terminal, and stay whole where it is 0.
func scanTable(s fill.Scan, l fill.Language, width int) []byte {
	fields := make(map[string]fill.ScanField, len(s.Fields))
	for _, f := range s.Fields {
		fields[f.Name] = f
	}
	rows := [][]string{headings.in(l)}
	doubtful := 0
	for _, p := range s.Placeholders {
		f, kind := fields[p.Field], doubtfulKind.In(l)
		if p.Field != fill.Ignored {
			kind = kindNames[f.Kind].In(l)
		} else {
			doubtful++
		}
		rows = append(rows, []string{fmt.Sprint(p.Number), kind, f.Unit, p.Field, ""})
	}
	room := 0
	if width > 0 {
		room = max(leastSentence, width-leftOf(rows))
	}
	for i, p := range s.Placeholders {
		rows[i+1][len(headings)-1] = sentence(p, room)
	}
	var out bytes.Buffer
	writeTable(&out, rows)
	fmt.Fprintf(&out, summary.In(l), len(s.Placeholders), len(s.Placeholders)-doubtful, doubtful)
	for _, w := range s.Warnings {
		fmt.Fprintf(&out, "! %s\n", w.Message)
	}
	return out.Bytes()
}

// columns are headings in both languages.
type columns []fill.Text

func (c columns) in(l fill.Language) []string {
	out := make([]string, len(c))
	for i, t := range c {
		out[i] = t.In(l)
	}
	return out
}

var (
	headings = columns{
		{ZH: "序号", EN: "No."}, {ZH: "类型", EN: "Kind"}, {ZH: "单位", EN: "Unit"},
		{ZH: "字段", EN: "Field"}, {ZH: "语句", EN: "Sentence"},
	}
	doubtfulKind = fill.Text{ZH: "存疑", EN: "doubtful"}
	summary      = fill.Text{
		ZH: "共 %d 处占位符：%d 处确定，%d 处存疑（保留原样，除非在字段文件中指定）。\n",
		EN: "Placeholders: %d, of them certain: %d, doubtful: %d (left as they are unless a fields file names them).\n",
	}
	kindNames = map[fill.Kind]fill.Text{
		fill.KindText:    {ZH: "文字", EN: "text"},
		fill.KindInteger: {ZH: "整数", EN: "integer"},
		fill.KindDecimal: {ZH: "小数", EN: "decimal"},
		fill.KindPercent: {ZH: "百分数", EN: "percent"},
		fill.KindYear:    {ZH: "年份", EN: "year"},
		fill.KindMonth:   {ZH: "月份", EN: "month"},
		fill.KindDay:     {ZH: "日", EN: "day"},
		fill.KindRank:    {ZH: "名次", EN: "rank"},
		fill.KindDate:    {ZH: "日期", EN: "date"},
	}
)

// leastSentence is the room of a sentence on the narrowest terminal, in columns.
const leastSentence = 16

// sentence is the words around the mark, on one line, in that room; whole where
// it is 0. Those of a table's cell are what heads it.
func sentence(p fill.ScanPlaceholder, room int) string {
	whole := fill.Placeholder{Text: p.Text, Before: p.Before, After: p.After, Row: p.Row, Column: p.Column}.Sentence()
	mark := "【" + p.Text + "】"
	before, after, _ := strings.Cut(oneLine(whole), mark)
	if room > 0 {
		before, after = around(before, after, room-terminal.StringWidth(mark))
	}
	return before + mark + after
}

// around cuts the words before and after a mark to so many columns: most of them
// are for those before, which tell more of the figure.
func around(before, after string, room int) (string, string) {
	left, right := terminal.StringWidth(before), terminal.StringWidth(after)
	if left+right <= room {
		return before, after
	}
	if most := max(room*3/5, room-right); left > most {
		// TruncateLeft puts a blank in place of half a wide character.
		before = terminal.TruncateLeft(before, left-most+terminal.StringWidth("…"), "")
		before = "…" + strings.TrimLeft(before, " ")
	}
	return before, terminal.Truncate(after, max(0, room-terminal.StringWidth(before)), "…")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// writeTable aligns all columns but the last.
func writeTable(out *bytes.Buffer, rows [][]string) {
	widths := widthsOf(rows)
	for _, row := range rows {
		for i, cell := range row[:len(row)-1] {
			out.WriteString(terminal.FillRight(cell, widths[i]))
		}
		out.WriteString(row[len(row)-1] + "\n")
	}
}

// widthsOf are the widths of all columns but the last, with the two blanks that
// follow each.
func widthsOf(rows [][]string) []int {
	widths := make([]int, len(rows[0])-1)
	for _, row := range rows {
		for i := range widths {
			widths[i] = max(widths[i], terminal.StringWidth(row[i])+2)
		}
	}
	return widths
}

// leftOf is the width of what stands left of the last column.
func leftOf(rows [][]string) int {
	sum := 0
	for _, w := range widthsOf(rows) {
		sum += w
	}
	return sum
}
