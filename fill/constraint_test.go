package fill

import (
	"strings"
	"testing"
)

func TestConstraint(t *testing.T) {
	number := Field{Kind: KindDecimal}
	text := Field{Kind: KindText}
	tests := []struct {
		field      Field
		validate   string
		good, bad  []Value
		demand, en string
	}{
		{number, "gte=0,lte=100", []Value{num("0"), num("100"), num("99.99")}, []Value{num("-0.01"), num("100.001")}, "在 0 到 100 之间", "from 0 to 100"},
		{number, "max=100,min=0", []Value{num("0")}, []Value{num("101")}, "在 0 到 100 之间", "from 0 to 100"},
		{number, "required,gt=0", []Value{num("0.1")}, []Value{num("0")}, "大于 0", "more than 0"},
		{number, "lte=0.1", []Value{num("0.1"), num("0.10")}, []Value{num("0.1000000000000000055511")}, "不大于 0.1", "at most 0.1"},
		{number, "gte=9007199254740993", []Value{num("9007199254740993")}, []Value{num("9007199254740992")}, "不小于 9007199254740993", "at least 9007199254740993"},
		{number, "eq=0|gte=5", []Value{num("0"), num("5")}, []Value{num("3")}, "等于 0 或 不小于 5", "0 or at least 5"},
		{number, "oneof=1 2.50 3", []Value{num("2.5"), num("3.0")}, []Value{num("4")}, "是 1、2.50、3 之一", "one of 1, 2.50, 3"},
		{number, "ne=0,gte=-5", []Value{num("-5"), num("1")}, []Value{num("0")}, "不等于 0，且不小于 -5", "other than 0 and at least -5"},
		{Field{Kind: KindDate}, "gte=2026-01-01,lt=2027-01-01", []Value{str("2026/12/31")}, []Value{str("2027年1月1日")}, "不小于 2026-01-01，且小于 2027-01-01", "at least 2026-01-01 and less than 2027-01-01"},
		{text, "max=4", []Value{str("甲乙丙丁")}, []Value{str("甲乙丙丁戊")}, "不超过 4 个字", "at most 4 characters long"},
		{text, "min=2,max=4", []Value{str("甲乙")}, []Value{str("甲")}, "有 2 到 4 个字", "from 2 to 4 characters long"},
		{text, "oneof=甲 '乙 丙'", []Value{str("甲"), str("乙 丙")}, []Value{str("乙")}, "是 甲、乙 丙 之一", "one of 甲, 乙 丙"},
		{text, "email", []Value{str("a@example.com")}, []Value{str("a")}, "是电子邮件地址", "an e-mail address"},
		{text, "startswith=省", []Value{str("省财政厅")}, []Value{str("财政厅")}, "以“省”开头", "text that starts with 省"},
		{text, "excludes=0x2C", []Value{str("a")}, []Value{str("a,b")}, "不含“,”", "text without ,"},
	}
	for _, tt := range tests {
		f := tt.field
		f.Validate = tt.validate
		tpl := one(t, f)
		if got := tpl.fields[0].constraint.demand; got != (Text{tt.demand, tt.en}) {
			t.Errorf("%s: got %v, want %s, %s", tt.validate, got, tt.demand, tt.en)
		}
		for _, v := range tt.good {
			if ps := tpl.Check(Values{byName("a", v)}).Problems; len(ps) > 0 {
				t.Errorf("%s: %s is refused: %v", tt.validate, v.Text, ps)
			}
		}
		for _, v := range tt.bad {
			ps := tpl.Check(Values{byName("a", v)}).Problems
			if len(ps) != 1 || ps[0].Code != CodeConstraint || !strings.Contains(ps[0].Text.ZH, tt.demand) {
				t.Errorf("%s: got %v for %s, want a constraint that says %s", tt.validate, ps, v.Text, tt.demand)
			}
		}
	}
}

func TestConstraintFaults(t *testing.T) {
	tests := []struct {
		kind     Kind
		validate string
		zh       string // part of the fault
	}{
		{KindDecimal, "gt3=0", "没有 gt3 这个标签；是否应为 gt？"},
		{KindDecimal, "email", "email 对 decimal 类字段没有意义"},
		{KindDecimal, "gte=abc", "gte 的参数应为数，如 gte=0"},
		{KindDecimal, "gte", "gte 的参数应为数"},
		{KindDecimal, "oneof=1 x", "oneof 的参数应为数"},
		{KindDecimal, "gte=5,lte=3", "互相矛盾"},
		{KindDecimal, "gt=3,lte=3", "互相矛盾"},
		{KindDecimal, "oneof=1 2,gte=3", "互相矛盾"},
		{KindDecimal, "eq=1,ne=1", "互相矛盾"},
		{KindInteger, "gt=1,lt=2", "互相矛盾"},
		{KindMonth, "gte=13", "互相矛盾"},
		{KindYear, "oneof=26 27", "互相矛盾"},
		{KindText, "min=5,max=3", "互相矛盾"},
		{KindText, "lt=0", "互相矛盾"},
		{KindText, "oneof=甲 乙,min=2", "互相矛盾"},
		{KindText, "max=x", "max 的参数应为字数，如 max=20"},
		{KindText, "max=-1", "max 的参数应为字数"},
		{KindText, "email=1", "email 不带参数"},
		{KindText, "startswith", "startswith 需要参数"},
		{KindText, "file", "没有 file 这个标签"},
		{KindText, "required_if=a b", "没有 required_if 这个标签"},
		{KindText, "dive,keys", "没有 dive 这个标签"},
		{KindDate, "gte=5", "gte 的参数应为日期"},
		{KindDecimal, "gte=0,", "多了一个逗号"},
	}
	for _, tt := range tests {
		_, faults := compileConstraint(Field{Name: "a", Kind: tt.kind, Validate: tt.validate})
		if len(faults) == 0 || !strings.Contains(faults[0].ZH, tt.zh) || faults[0].EN == "" {
			t.Errorf("%s %s: got %v, want %s", tt.kind, tt.validate, faults, tt.zh)
		}
	}
}

// TestTextTagsRun runs every tag over a text, since validator panics on tags
// that it does not know.
func TestTextTagsRun(t *testing.T) {
	for tag, r := range textTags {
		validate := tag
		switch r.takes {
		case takesLength:
			validate += "=2"
		case takesText, takesTexts:
			validate += "=a"
		}
		c, faults := compileConstraint(Field{Kind: KindText, Validate: validate})
		if len(faults) > 0 {
			t.Errorf("%s: %v", validate, faults)
			continue
		}
		c.allows(&reading{text: "甲a1"})
	}
}

func TestOptionalTextMayBeEmpty(t *testing.T) {
	tpl := one(t, Field{Kind: KindText, Optional: true, Validate: "omitempty,min=2"})
	if ps := tpl.Check(Values{byName("a", str(""))}).Problems; len(ps) > 0 {
		t.Errorf("got %v, want no problem", ps)
	}
}
