package main

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
)

func TestHelpIsInChinese(t *testing.T) {
	texts := map[string]bool{description: true}
	parser := kong.Must(&commands{})
	err := kong.Visit(parser.Model, func(node kong.Visitable, next kong.Next) error {
		switch n := node.(type) {
		case *kong.Node:
			texts[n.Help] = true
		case *kong.Value:
			texts[n.Help] = true
		}
		return next(nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	for text := range texts {
		if chineseHelp[text] == "" && text != "" {
			t.Errorf("no Chinese for %q", text)
		}
	}
	for text := range chineseHelp {
		if !texts[text] {
			t.Errorf("no command says %q", text)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 8, []string{"one two", "three"}},
		{"incomprehensible", 4, []string{"incomprehensible"}},
		{"把数据填入草稿", 8, []string{"把数据填", "入草稿"}},
		{"把数据填，入草稿", 8, []string{"把数据", "填，入草", "稿"}},
		{"把数据（填入）", 8, []string{"把数据", "（填入）"}},
		{"数据，JSON 文件", 8, []string{"数据，", "JSON 文", "件"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, wrap(tt.text, tt.width)); diff != "" {
			t.Errorf("wrap(%q, %d): %s", tt.text, tt.width, diff)
		}
	}
}

func TestHelpFitsNarrowTerminals(t *testing.T) {
	h := help{lang: fill.Chinese, width: 40}
	h.section(fill.Text{ZH: "选项：", EN: "Flags:"}, []entry{{"    --max-package-bytes=268435456", strings.Repeat("最多字节数", 9)}})
	for _, line := range strings.Split(h.out.String(), "\n") {
		if terminal.StringWidth(line) > 40 {
			t.Errorf("wider than the terminal: %q", line)
		}
	}
}
