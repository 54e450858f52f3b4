package main

import (
	"fmt"
	"io"

	"reportfill/api"
	"reportfill/fill"
)

// printDrift tells a drift as a person reads it: a list for each thing that an
// author must look at, and last how many stayed.
func printDrift(w io.Writer, l fill.Language, d api.DriftAnswer) {
	section := func(title fill.Text, n int) {
		if n > 0 {
			fmt.Fprintf(w, title.In(l)+"\n", n)
		}
	}
	section(fill.Text{ZH: "移动 %d 处：", EN: "Moved: %d"}, len(d.Moved))
	for _, k := range d.Moved {
		printPlace(w, fmt.Sprintf("%d→%d", k.Old, k.Number), k.DriftPlace)
	}
	section(fill.Text{ZH: "新增 %d 处（字段由语句推断，请核对）：", EN: "New: %d (with suggested fields; look at them)"}, len(d.New))
	for _, p := range d.New {
		printPlace(w, fmt.Sprint(p.Number), p)
	}
	section(fill.Text{ZH: "删除 %d 处：", EN: "Gone: %d"}, len(d.Gone))
	for _, p := range d.Gone {
		printPlace(w, fmt.Sprint(p.Number), p)
	}
	section(fill.Text{ZH: "存疑 %d 处（保留原样，请在字段文件中指定）：", EN: "Ambiguous: %d (left as they are; say in the fields file which is meant)"}, len(d.Ambiguous))
	for _, a := range d.Ambiguous {
		printPlace(w, fmt.Sprint(a.Number), api.DriftPlace{Field: fill.Ignored, Sentence: a.Sentence})
		for _, p := range a.Candidates {
			printPlace(w, fmt.Sprintf("%d?", p.Number), p)
		}
	}
	printDropped(w, l, d.Dropped)
	printStayed(w, l, d.Stayed)
}

func printStayed(w io.Writer, l fill.Language, stayed []api.DriftKept) {
	edited := 0
	for _, k := range stayed {
		if k.Edited {
			edited++
		}
	}
	fmt.Fprintf(w, fill.Text{ZH: "不变 %d 处", EN: "Stayed: %d"}.In(l), len(stayed))
	if edited > 0 {
		fmt.Fprintf(w, fill.Text{ZH: "，其中 %d 处的语句有改动", EN: ", of them in edited sentences: %d"}.In(l), edited)
	}
	fmt.Fprintln(w)
}

func printDropped(w io.Writer, l fill.Language, d api.DriftDropped) {
	lines := func(title fill.Text, fields []api.DriftField) {
		for _, f := range fields {
			fmt.Fprintf(w, "%s%s %s\n", title.In(l), f.Field, f.Label)
		}
	}
	lines(fill.Text{ZH: "去掉字段：", EN: "Field dropped: "}, d.Fields)
	lines(fill.Text{ZH: "不再计算：", EN: "Computed no more: "}, d.Computed)
	for _, check := range d.Checks {
		fmt.Fprintf(w, "%s%s\n", fill.Text{ZH: "去掉校验：", EN: "Check dropped: "}.In(l), check)
	}
}

// widthNumber is that of a pair of placeholders' numbers, in columns.
const widthNumber = 9

func printPlace(w io.Writer, number string, p api.DriftPlace) {
	fmt.Fprintf(w, "  %s  %s  %s\n", terminal.FillLeft(number, widthNumber), p.Field, oneLine(p.Sentence))
}
