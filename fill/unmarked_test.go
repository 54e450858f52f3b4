package fill

import (
	"errors"
	"testing"

	"reportfill/fill/filltest"
)

func TestMarked(t *testing.T) {
	tests := []struct {
		text   string
		marks  []string
		marked bool
	}{
		{"财政收入完成128.36亿元。", nil, false},
		{"财政收入完成X亿元。", nil, true},
		{"财政收入完成{{revenue}}亿元。", nil, true},
		{"设备用X光检查。", nil, true}, // doubtful, for the author to tell
		{"财政收入完成□亿元。", nil, false},
		{"财政收入完成□亿元。", []string{"□"}, true},
		{"财政收入完成X亿元。", []string{"□"}, false},
	}
	for _, tt := range tests {
		p, err := Open(filltest.Docx(tt.text), Limits{})
		if err == nil && tt.marks != nil {
			p, err = p.WithMarks(tt.marks)
		}
		if err != nil {
			t.Fatal(err)
		}
		err = p.Marked()
		var refused *DocumentError
		if got := !errors.As(err, &refused); got != tt.marked {
			t.Errorf("%s with the marks %q: marked %v, want %v", tt.text, tt.marks, got, tt.marked)
		}
		warned := len(NewScan(p, DefaultSchema(p), Chinese).Warnings) > 0
		if warned == tt.marked {
			t.Errorf("%s with the marks %q: a scan warns %v", tt.text, tt.marks, warned)
		}
	}
}

func TestBadMarkIsToldInBothLanguages(t *testing.T) {
	p, err := Open(filltest.Docx("共X亿元"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Compile(p, Schema{Marks: []string{"XY"}})
	var faulty *SchemaError
	if !errors.As(err, &faulty) {
		t.Fatal(err)
	}
	got := faulty.Faults[0].Text
	want := Text{
		ZH: "占位标记“XY”应为一个字符，或同一字符的重复（如 X、□、__）。",
		EN: `mark "XY": must be one character, or the same one repeated (X, □, __)`,
	}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
