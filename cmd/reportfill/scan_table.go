package main

import (
	"bytes"
	"fmt"
	"strings"

	"reportfill/fill"
)

// scanTable is a survey as a person reads it: number, kind, unit, field and the
// sentence with the mark set off. Columns are aligned by the width that a
// terminal gives East Asian characters.
func scanTable(s fill.Scan, l fill.Language) []byte {
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
		rows = append(rows, []string{fmt.Sprint(p.Number), kind, f.Unit, p.Field, sentence(p)})
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

// Widths of a sentence before and after its mark, in columns of a terminal.
const (
	widthBefore = 36
	widthAfter  = 24
)

// sentence is the words around the mark, on one line; those of a table's cell
// are what heads it.
func sentence(p fill.ScanPlaceholder) string {
	whole := fill.Placeholder{Text: p.Text, Before: p.Before, After: p.After, Row: p.Row, Column: p.Column}.Sentence()
	before, after, _ := strings.Cut(oneLine(whole), "【"+p.Text+"】")
	if terminal.StringWidth(before) > widthBefore {
		// TruncateLeft puts a blank in place of half a wide character.
		before = terminal.TruncateLeft(before, terminal.StringWidth(before)-widthBefore, "")
		before = "…" + strings.TrimLeft(before, " ")
	}
	return before + "【" + p.Text + "】" + terminal.Truncate(after, widthAfter, "…")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// writeTable aligns all columns but the last, two blanks apart.
func writeTable(out *bytes.Buffer, rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], terminal.StringWidth(cell))
		}
	}
	for _, row := range rows {
		for i, cell := range row[:len(row)-1] {
			out.WriteString(terminal.FillRight(cell, widths[i]+2))
		}
		out.WriteString(row[len(row)-1] + "\n")
	}
}
