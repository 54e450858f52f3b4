package fill

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

const viewedFields = `
fields:
  city:   {label: 市名, kind: text, validate: "min=2,max=20"}
  level:  {label: 等级, kind: text, validate: "oneof=甲 乙 '甲 上'"}
  tax:    {label: 税收, kind: decimal, unit: 亿元, decimals: 2, validate: "gt=0,lte=100"}
  other:  {label: 非税, kind: decimal, unit: 亿元, required: false}
  total:  {label: 合计, kind: decimal, unit: 亿元, decimals: 1}
  drop:   {label: 降幅, kind: percent, unit: "%"}
  month:  {label: 月份, kind: month}
  day:    {label: 日期, kind: date, validate: gte=2026-01-01}
placeholders: [city, level, tax, other, total, drop, month, day]
computed:
  total: {is: "round(max(tax, other, 0.50) + -other, -1) / (tax > 2 and not (other == 1) ? 2 : sum(tax, 1))", decimals: 1}
`

func viewed(t *testing.T) *Template {
	t.Helper()
	p, err := Open(filltest.Docx("X市等级X，税收X亿元，非税X亿元，合计X亿元，同比下降X%，X月，X完成。"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseSchema([]byte(viewedFields))
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// lisp writes a formula down with all its brackets.
func lisp(f Formula) string {
	switch f.Operation {
	case "number":
		return f.Number
	case "field":
		return f.Field
	}
	s := "(" + f.Operation
	for _, o := range f.Of {
		s += " " + lisp(o)
	}
	return s + ")"
}

func TestFormulaTree(t *testing.T) {
	tpl := viewed(t)
	f, decimals, ok := tpl.FormulaTree("total")
	want := "(/ (round (+ (max tax other 0.5) (neg other))) (if (and (> tax 2) (not (== other 1))) 2 (sum tax 1)))"
	if got := lisp(f); got != want || !ok || decimals != 1 || f.Of[0].Places != -1 {
		t.Errorf("FormulaTree: %s, decimals %d, round to %d, %t; want %s", got, decimals, f.Of[0].Places, ok, want)
	}
	if diff := cmp.Diff([]string{"tax", "other"}, f.Fields()); diff != "" {
		t.Errorf("Fields (-want +got):\n%s", diff)
	}
	for _, name := range []string{"tax", "none"} {
		if _, _, ok := tpl.FormulaTree(name); ok {
			t.Errorf("FormulaTree(%q) is there", name)
		}
	}
}

func TestDemand(t *testing.T) {
	bound := func(v string, outside bool) *Bound { return &Bound{v, outside} }
	want := map[string]Demand{
		"city":  {Least: bound("2", false), Most: bound("20", false), Required: true},
		"level": {Choices: []string{"甲", "乙", "甲 上"}, Required: true},
		"tax":   {Least: bound("0", true), Most: bound("100", false), Required: true},
		"other": {},
		"total": {Computed: true},
		"drop":  {Least: bound("0", false), Required: true}, // 下降 says the sign already
		"month": {Least: bound("1", false), Most: bound("12", false), Required: true},
		"day":   {Least: bound("2026-01-01", false), Required: true},
		"none":  {},
	}
	tpl := viewed(t)
	for name, want := range want {
		got := tpl.Demand(name)
		if (got.Text == Text{}) != (name == "other" || name == "total" || name == "drop" || name == "month" || name == "none") {
			t.Errorf("%s: demand in words: %q", name, got.Text.ZH)
		}
		got.Text = Text{}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestRead(t *testing.T) {
	str := func(s string) Value { return Value{Type: String, Text: s} }
	tests := []struct {
		field       string
		value       Value
		want        string
		wantPrinted string // empty where the field cannot read the value
	}{
		{"tax", str("１，２３４．５亿元"), "1234.50", "1234.50"},
		{"tax", Value{Type: Number, Text: "123400", Unit: "万元"}, "12.34", "12.34"},
		{"other", Value{Type: Number, Text: "12.30"}, "12.30", "12.30"},
		{"day", str("2026/3/5"), "2026-03-05", "2026年3月5日"},
		{"city", Value{Type: Number, Text: "7"}, "7", "7"},
		{"tax", str("很多"), "", ""},
		{"tax", str("  "), "", ""},
		{"tax", Value{}, "", ""},
		{"none", str("1"), "", ""},
	}
	tpl := viewed(t)
	for _, tt := range tests {
		got, ok := tpl.Read(tt.field, tt.value)
		if got.Value.Text != tt.want || got.Printed != tt.wantPrinted || ok != (tt.wantPrinted != "") {
			t.Errorf("Read(%s, %q): %q printed %q, %t; want %q printed %q", tt.field, tt.value.Text, got.Value.Text, got.Printed, ok, tt.want, tt.wantPrinted)
		}
	}
}
