package main

import (
	"bytes"
	"strings"
	"testing"

	"reportfill/fill"
	"reportfill/templates/workreport"
)

func TestScanTableFitsTheTerminal(t *testing.T) {
	p, err := fill.Open(workreport.Docx(), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	scan := fill.NewScan(p, fill.DefaultSchema(p), fill.Chinese)
	for _, width := range []int{60, 80, 132} {
		lines := strings.Split(string(bytes.TrimSpace(scanTable(scan, fill.Chinese, width))), "\n")
		widest := 0
		for _, line := range lines[1 : len(lines)-1] {
			n := terminal.StringWidth(line)
			if widest = max(widest, n); n > width || strings.Count(line, "【") != 1 {
				t.Errorf("%d columns of %d: %s", n, width, line)
			}
		}
		if widest < width-4 {
			t.Errorf("at most %d columns of %d are used", widest, width)
		}
	}
	if whole := string(scanTable(scan, fill.Chinese, 0)); strings.Contains(whole, "…") {
		t.Error("a sentence is cut where no terminal reads")
	}
}

func TestAround(t *testing.T) {
	tests := []struct {
		before, after string
		room          int
		want          string
	}{
		{"收入", "亿元", 8, "收入|亿元"},
		{"财政收入完成", "亿元，同比下降X%", 16, "…入完成|亿元，…"},
		{"财政收入完成", "亿元", 12, "…入完成|亿元"},
		{"收", "亿元，同比下降X%", 12, "收|亿元，同…"},
		{"abc财政", "", 5, "…政|"},
	}
	for _, tt := range tests {
		before, after := around(tt.before, tt.after, tt.room)
		if got := before + "|" + after; got != tt.want {
			t.Errorf("around(%q, %q, %d) = %q, want %q", tt.before, tt.after, tt.room, got, tt.want)
		}
		if n := terminal.StringWidth(before + after); n > tt.room {
			t.Errorf("around(%q, %q, %d) takes %d", tt.before, tt.after, tt.room, n)
		}
	}
}
