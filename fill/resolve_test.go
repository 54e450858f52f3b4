package fill

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bound builds a template without a package: s.Placeholders names the field of
// each sentence, whose mark is 【X】.
func bound(t testing.TB, s Schema, sentences ...string) *Template {
	t.Helper()
	tpl := &Template{schema: s, index: map[string]int{}}
	for i, f := range s.Fields {
		c, faults := compileConstraint(f)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		tpl.index[f.Name] = i
		tpl.fields = append(tpl.fields, boundField{Field: f, constraint: c})
	}
	for i, sentence := range sentences {
		before, after, _ := strings.Cut(sentence, "【X】")
		tpl.placeholders = append(tpl.placeholders, Placeholder{Number: i + 1, Text: "X", Before: before, After: after})
		at, ok := tpl.index[s.Placeholders[i]]
		if !ok {
			at = -1
		} else {
			tpl.fields[at].Placeholders = append(tpl.fields[at].Placeholders, i+1)
		}
		tpl.fieldOf = append(tpl.fieldOf, at)
	}
	for _, c := range s.Computed {
		i := tpl.index[c.Field]
		tpl.fields[i].computed, tpl.fields[i].decimals = compiled(t, c.Is, tpl.index), c.Decimals
		tpl.order = append(tpl.order, i)
	}
	for _, c := range s.Checks {
		tpl.checks = append(tpl.checks, boundCheck{Check: c, condition: compiled(t, c.Condition, tpl.index)})
	}
	tpl.prepare()
	return tpl
}

// one builds a template of one field after "完成" with its unit behind it.
func one(t testing.TB, f Field) *Template {
	t.Helper()
	if f.Name == "" {
		f.Name = "a"
	}
	return bound(t, Schema{Fields: []Field{f}, Placeholders: []string{f.Name}}, "完成【X】"+f.Unit)
}

func places(n int) *int { return &n }

func str(s string) Value { return Value{Type: String, Text: s} }
func num(s string) Value { return Value{Type: Number, Text: s} }
func in(v Value, unit string) Value {
	v.Unit = unit
	return v
}

func TestPrinted(t *testing.T) {
	revenue := Field{Kind: KindDecimal, Unit: "亿元", Decimals: places(2)}
	free := Field{Kind: KindDecimal, Unit: "亿元"}
	people := Field{Kind: KindInteger, Unit: "人"}
	percent := Field{Kind: KindPercent, Unit: "%", Decimals: places(1)}
	tests := []struct {
		name  string
		field Field
		value Value
		want  string // what is printed, or ! and the code
	}{
		{"digits as given", free, num("12.30"), "12.30"},
		{"exponent", free, num("1e3"), "1000"},
		{"negative zero", free, num("-0.0"), "0.0"},
		{"beyond binary floats", free, num("0.1000000000000000055511151231257827"), "0.1000000000000000055511151231257827"},
		{"too many digits", free, num("1e400000"), "!wrong_kind"},
		{"half away from zero", revenue, num("12.345"), "12.35"},
		{"half away from zero below", revenue, num("-12.345"), "-12.35"},
		{"rounds to zero", revenue, num("-0.004"), "0.00"},
		{"padded with zeros", revenue, num("12"), "12.00"},
		{"text", revenue, str(" 12.30 "), "12.30"},
		{"grouped text", free, str("1,234.5"), "1234.5"},
		{"full width", free, str("１２．５"), "12.5"},
		{"full-width plus", free, str("＋３"), "3"},
		{"minus sign", free, str("−3.2"), "-3.2"},
		{"unit in the text", revenue, str("12.34亿元"), "12.34"},
		{"another unit in the text", revenue, str("123,400 万元"), "12.34"},
		{"unit", free, in(num("123400"), "万元"), "12.34"},
		{"the field's own unit", free, in(num("12.30"), "亿元"), "12.30"},
		{"yuan", free, in(num("1234000000"), "元"), "12.34"},
		{"trillions", free, in(num("0.5"), "万亿元"), "5000"},
		{"no money", revenue, in(num("12"), "吨"), "!wrong_unit"},
		{"no money in the text", revenue, str("12万人"), "!wrong_unit"},
		{"two units", revenue, in(str("12万元"), "亿元"), "!wrong_unit"},
		{"bad grouping", free, str("1,23"), "!wrong_kind"},
		{"fraction", free, str("12/5"), "!wrong_kind"},
		{"about", free, str("约12"), "!wrong_kind"},
		{"or so", free, str("12左右"), "!wrong_kind"},
		{"version", free, str("1.2.3"), "!wrong_kind"},
		{"range", free, str("12-15"), "!wrong_kind"},
		{"spaced digits", free, str("1 234"), "!wrong_kind"},
		{"padded number", free, str("012"), "!wrong_kind"},
		{"bool", free, Value{Type: Bool, Text: "true"}, "!wrong_kind"},
		{"blank", free, str(" 　"), "!missing"},
		{"null", free, Value{}, "!missing"},
		{"people", people, str("350人"), "350"},
		{"thousands of people", people, str("1.2万人"), "12000"},
		{"bare thousands", people, str("3万"), "30000"},
		{"numerals", people, str("一百二十"), "120"},
		{"numerals with unit", people, str("十二万人"), "120000"},
		{"whole", people, num("12.0"), "12"},
		{"not whole", people, num("12.5"), "!wrong_kind"},
		{"grouping", Field{Kind: KindInteger, Unit: "元", Grouping: true}, num("1234567"), "1,234,567"},
		{"percent", percent, str("12.5%"), "12.5"},
		{"full-width percent", percent, str("１２．５％"), "12.5"},
		{"per mille", percent, in(num("35"), "‰"), "3.5"},
		{"points for percent", percent, in(num("3.5"), "个百分点"), "!wrong_unit"},
		{"points", Field{Kind: KindPercent, Unit: "个百分点"}, str("1.2个百分点"), "1.2"},
		{"year", Field{Kind: KindYear, Unit: "年"}, num("2026"), "2026"},
		{"year with its unit", Field{Kind: KindYear}, str("２０２６年"), "2026"},
		{"year in numerals", Field{Kind: KindYear}, str("二〇二六"), "2026"},
		{"short year", Field{Kind: KindYear}, num("26"), "!wrong_kind"},
		{"year in Chinese", Field{Kind: KindYear, Numerals: "chinese"}, num("2026"), "二〇二六"},
		{"month", Field{Kind: KindMonth, Unit: "月"}, str("05"), "5"},
		{"month in numerals", Field{Kind: KindMonth}, str("十二月"), "12"},
		{"month in Chinese", Field{Kind: KindMonth, Numerals: "chinese"}, num("12"), "十二"},
		{"no month", Field{Kind: KindMonth}, num("13"), "!wrong_kind"},
		{"day", Field{Kind: KindDay}, str("31日"), "31"},
		{"no day", Field{Kind: KindDay}, num("0"), "!wrong_kind"},
		{"rank", Field{Kind: KindRank}, str("第3位"), "3"},
		{"no rank", Field{Kind: KindRank}, num("0"), "!wrong_kind"},
		{"date", Field{Kind: KindDate}, str("2026-12-31"), "2026年12月31日"},
		{"date with slashes", Field{Kind: KindDate}, str("2026/1/5"), "2026年1月5日"},
		{"date in Chinese", Field{Kind: KindDate, Numerals: "chinese"}, str("2026年12月31日"), "二〇二六年十二月三十一日"},
		{"no date", Field{Kind: KindDate}, str("2026-02-30"), "!wrong_kind"},
		{"a year that is cut", Field{Kind: KindDate}, str("0026-12-31"), "!wrong_kind"},
		{"a year of two numerals", Field{Kind: KindDate}, str("二六年十二月三十一日"), "!wrong_kind"},
		{"date as a number", Field{Kind: KindDate}, num("20261231"), "!wrong_kind"},
		{"amount", Field{Kind: KindDecimal, Numerals: "financial"}, num("1234.56"), "壹仟贰佰叁拾肆元伍角陆分"},
		{"amount to a tenth of a fen", Field{Kind: KindDecimal, Numerals: "financial"}, num("0.001"), "!wrong_kind"},
		{"words before 元", Field{Kind: KindDecimal, Unit: "元", Numerals: "financial"}, num("1234.00"), "壹仟贰佰叁拾肆"},
		{"jiao before 元", Field{Kind: KindDecimal, Unit: "元", Numerals: "financial"}, num("0.5"), "!wrong_kind"},
		{"area", Field{Kind: KindDecimal, Unit: "亩"}, in(num("2"), "公顷"), "30"},
		{"area back", Field{Kind: KindDecimal, Unit: "公顷"}, in(num("30"), "亩"), "2"},
		{"area without end", Field{Kind: KindDecimal, Unit: "公顷"}, in(num("1"), "亩"), "!wrong_unit"},
		{"area rounded", Field{Kind: KindDecimal, Unit: "公顷", Decimals: places(2)}, in(num("1"), "亩"), "0.07"},
		{"text as given", Field{Kind: KindText}, str(" 丙\r\n市\r"), " 丙\n市\n"},
		{"number as text", Field{Kind: KindText}, num("1e3"), "1000"},
		{"NUL", Field{Kind: KindText}, str("a\x00"), "!invalid_text"},
		{"no character", Field{Kind: KindText}, str("\uFFFE"), "!invalid_text"},
		{"lone surrogate", Field{Kind: KindText}, str("x\xED\xA0\x80"), "!invalid_text"},
		{"full-width comma", Field{Kind: KindText}, str("甲，乙\uFFFD"), "甲，乙\uFFFD"},
		{"empty text", Field{Kind: KindText}, str(""), "!missing"},
		{"empty text where it may be", Field{Kind: KindText, Optional: true}, str(""), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, result := one(t, tt.field).resolve(Values{byName("a", tt.value)})
			got := r.text[0]
			if len(result.Problems) > 0 {
				got = "!" + string(result.Problems[0].Code)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q %v", got, tt.want, result.Problems)
			}
		})
	}
}

func TestSixFaultsAtOnce(t *testing.T) {
	tpl := bound(t, Schema{
		Fields: []Field{
			{Name: "city", Label: "城市", Kind: KindText},
			{Name: "revenue", Label: "财政收入", Kind: KindDecimal, Unit: "亿元", Validate: "gte=0"},
			{Name: "decline", Label: "财政收入同比下降", Kind: KindPercent, Unit: "%", Validate: "gte=0,lte=100"},
			{Name: "prior", Label: "上年降幅", Kind: KindPercent, Unit: "%", Validate: "gte=0,lte=100"},
			{Name: "rank", Label: "全省位次", Kind: KindRank},
			{Name: "fund", Label: "专项资金", Kind: KindDecimal, Unit: "万元"},
		},
		Placeholders: []string{"city", "revenue", "decline", "prior", "city", "rank", "fund"},
	}, "【X】市财政局", "财政收入完成【X】亿元", "同比下降【X】%", "（-【X】%）", "【X】市", "居全省第【X】位", "安排专项资金【X】万元")
	got := tpl.Check(Values{
		byName("fund", in(num("3"), "公里")),
		byName("rank", str("第三甲")),
		byName("decline", num("-3.2")),
		byName("city", str("甲\x01市")),
		byName("revenu", num("1")),
		byName("prior", num("120")),
	})
	type told struct {
		Code         Code
		Field        string
		Label        string
		Placeholders []int
		Sentence     string
	}
	var problems []told
	for _, p := range got.Problems {
		problems = append(problems, told{p.Code, p.Field, p.Label, p.Placeholders, p.Sentence})
	}
	want := []told{
		{CodeText, "city", "城市", []int{1, 5}, "【X】市财政局"},
		{CodeMissing, "revenue", "财政收入", []int{2}, "财政收入完成【X】亿元"},
		{CodeSign, "decline", "财政收入同比下降", []int{3}, "同比下降【X】%"},
		{CodeConstraint, "prior", "上年降幅", []int{4}, "（-【X】%）"},
		{CodeKind, "rank", "全省位次", []int{6}, "居全省第【X】位"},
		{CodeUnit, "fund", "专项资金", []int{7}, "安排专项资金【X】万元"},
		{CodeUnknown, "revenu", "", nil, ""},
	}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestMessages(t *testing.T) {
	tpl := bound(t, Schema{
		Fields:       []Field{{Name: "decline", Label: "财政收入同比下降", Kind: KindPercent, Unit: "%", Validate: "gte=0,lte=100"}},
		Placeholders: []string{"decline"},
	}, "同比下降【X】%")
	tests := []struct {
		values Values
		zh, en string
	}{
		{Values{byName("decline", num("120"))},
			"财政收入同比下降应在 0 到 100 之间，现为 120。文中：同比下降【X】%",
			"财政收入同比下降 must be from 0 to 100, but it is 120. In the text: 同比下降【X】%"},
		{Values{byName("decline", num("-3.2"))},
			"文中已写“下降”，财政收入同比下降应给 3.2，不应给 -3.2；如果方向变了，请修改文字。文中：同比下降【X】%",
			"The text already says 下降: give 财政收入同比下降 as 3.2, not as -3.2; if the direction changed, change the words. In the text: 同比下降【X】%"},
		{Values{byName("decline", in(num("1"), "万元"))},
			"财政收入同比下降以“%”为单位，“万元”不能换算。可用的单位：%、‰。文中：同比下降【X】%",
			"财政收入同比下降 is in %, and 万元 cannot be converted. Units that can: %、‰. In the text: 同比下降【X】%"},
		{Values{byName("decline", Value{Type: Nested, Text: "[3.2]"})},
			`财政收入同比下降应为一个数，如 3.2（单位：%），给出的是 [3.2]。请给出一个数；连同单位写作 {"value": 12.34, "unit": "%"}。文中：同比下降【X】%`,
			`财政收入同比下降 must be a number such as 3.2 in %, but [3.2] was given. Give one number; with its unit it is {"value": 12.34, "unit": "%"}. In the text: 同比下降【X】%`},
		{nil,
			"财政收入同比下降还没有值，请填写一个数，如 3.2（单位：%）。文中：同比下降【X】%",
			"财政收入同比下降 has no value. Give a number such as 3.2 in %. In the text: 同比下降【X】%"},
		{Values{byName("decline", num("1")), byName("财政收入同比下降", num("1"))},
			"没有名为“财政收入同比下降”的字段。是否应为 decline（财政收入同比下降）？",
			"There is no field named “财政收入同比下降”. Did you mean decline (财政收入同比下降)?"},
		{Values{byName("decline", num("1")), byName("decline", num("1"))},
			"财政收入同比下降给出了两次：1 和 1。请只留一个。文中：同比下降【X】%",
			"财政收入同比下降 is given twice, as 1 and as 1. Keep one. In the text: 同比下降【X】%"},
		{Values{{Position: 1, Value: num("1")}, {Position: 2, Value: num("2")}},
			"给出了 2 个值，文中有 1 处要填。请按顺序每处给一个值，没有的写 null。",
			"There are 2 values for 1 places. Give one for each place in order, null where there is none."},
	}
	for _, tt := range tests {
		problems := tpl.Check(tt.values).Problems
		if len(problems) != 1 {
			t.Errorf("got %d problems, want 1: %v", len(problems), problems)
			continue
		}
		if diff := cmp.Diff(Text{tt.zh, tt.en}, problems[0].Text); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

func TestByPosition(t *testing.T) {
	tpl := bound(t, Schema{
		Fields:       []Field{{Name: "a", Kind: KindDecimal}, {Name: "b", Kind: KindText}},
		Placeholders: []string{"a", "b", Ignored, "a"},
	}, "【X】", "【X】", "【X】", "【X】")
	array := func(vs ...Value) (v Values) {
		for i, x := range vs {
			v = append(v, Entry{Position: i + 1, Value: x})
		}
		return v
	}
	for _, tt := range []struct {
		values Values
		want   []Code
	}{
		{array(num("1"), str("x"), num("1")), nil},
		{array(num("1.0"), str("x"), str("1.0")), nil},
		{array(num("1"), str("x"), num("2")), []Code{CodeTwice}},
		{array(num("1"), str("x"), Value{}), []Code{CodeTwice}},
		{array(num("1"), str("x")), []Code{CodePositions}},
		{array(num("1"), Value{}, num("1")), []Code{CodeMissing}},
	} {
		if diff := cmp.Diff(tt.want, codes(tpl.Check(tt.values).Problems)); diff != "" {
			t.Errorf("%v: -want +got\n%s", tt.values, diff)
		}
	}
}

func codes(ps []Problem) (cs []Code) {
	for _, p := range ps {
		cs = append(cs, p.Code)
	}
	return cs
}

func poverty(t testing.TB) *Template {
	t.Helper()
	money := func(name, label string) Field {
		return Field{Name: name, Label: label, Kind: KindDecimal, Unit: "亿元", Decimals: places(2)}
	}
	return bound(t, Schema{
		Fields: []Field{
			money("fund", "专项扶贫资金"), money("central", "中央"), money("county", "县"), money("prior", "上年"),
			{Name: "growth", Label: "增长", Kind: KindPercent, Unit: "%"},
			{Name: "issues", Label: "问题", Kind: KindInteger, Unit: "个"}, {Name: "closed", Label: "已整改", Kind: KindInteger, Unit: "个"},
		},
		Placeholders: []string{"fund", "central", "county", "growth", "issues", "closed"},
		Computed: []Computed{
			{Field: "fund", Is: "central + county", Decimals: 2},
			{Field: "growth", Is: "(fund - prior) / prior * 100", Decimals: 1},
		},
		Checks: []Check{
			{Condition: "closed <= issues", Severity: SeverityError, Message: "已整改的问题不应多于问题总数"},
			{Condition: "prior <= fund", Severity: SeverityWarning},
		},
	}, "投入【X】亿元", "中央【X】亿元", "县【X】亿元", "增长【X】%", "问题【X】个", "整改【X】个")
}

func TestComputed(t *testing.T) {
	base := func(more ...Entry) Values {
		return append(Values{byName("central", num("1.20")), byName("county", num("0.85")), byName("prior", num("2.00")),
			byName("issues", num("10")), byName("closed", num("9"))}, more...)
	}
	tests := []struct {
		name     string
		values   Values
		problems []Code
		warnings []Code
		computed string
	}{
		{"worked out", base(), nil, nil, "fund=2.05 growth=2.5"},
		{"given within rounding", base(byName("fund", num("2.06"))), nil, nil, "fund=2.06 growth=3.0"},
		{"given beyond rounding", base(byName("fund", num("2.07"))), []Code{CodeComputed}, nil, "fund=2.07 growth=3.5"},
		{"given beyond in another unit", base(byName("fund", in(num("20700"), "万元"))), []Code{CodeComputed}, nil, "fund=2.07 growth=3.5"},
		{"input missing", slices.Delete(base(), 0, 1), []Code{CodeMissing}, nil, ""},
		{"input wrong", append(slices.Delete(base(), 0, 1), byName("central", str("x"))), []Code{CodeKind}, nil, ""},
		{"input missing, total given", append(slices.Delete(base(), 0, 1), byName("fund", num("3"))), []Code{CodeMissing}, nil, "fund=3.00 growth=50.0"},
		{"division by zero", append(slices.Delete(base(), 2, 3), byName("prior", num("0"))), []Code{CodeUncomputed}, nil, "fund=2.05"},
		{"check fails", append(slices.Delete(base(), 3, 5), byName("issues", num("3")), byName("closed", num("4"))), []Code{CodeCheck}, nil, "fund=2.05 growth=2.5"},
		{"warning", append(slices.Delete(base(), 2, 3), byName("prior", num("3.00"))), nil, []Code{CodeCheck}, "fund=2.05 growth=-31.7"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := poverty(t).Check(tt.values)
			if diff := cmp.Diff(tt.problems, codes(got.Problems)); diff != "" {
				t.Errorf("problems -want +got\n%s %v", diff, got.Problems)
			}
			if diff := cmp.Diff(tt.warnings, codes(got.Warnings)); diff != "" {
				t.Errorf("warnings -want +got\n%s", diff)
			}
			var computed []string
			for _, e := range got.Computed {
				computed = append(computed, e.Name+"="+e.Value.Text)
			}
			if s := strings.Join(computed, " "); s != tt.computed {
				t.Errorf("got %s, want %s", s, tt.computed)
			}
		})
	}
}

func TestComputedMessages(t *testing.T) {
	got := poverty(t).Check(Values{byName("fund", num("2.07")), byName("central", num("1.20")), byName("county", num("0.85")),
		byName("prior", num("3.00")), byName("issues", num("3")), byName("closed", num("4"))})
	var zh []string
	for _, p := range slices.Concat(got.Problems, got.Warnings) {
		zh = append(zh, p.Message(Chinese))
	}
	want := []string{
		"专项扶贫资金给出的是 2.07，按“中央 + 县”算得 2.05，相差超出四舍五入的范围。请核对，或不给此项由系统计算。文中：投入【X】亿元",
		"已整改的问题不应多于问题总数。现为：已整改 4 个，问题 3 个。请核对。文中：整改【X】个",
		"应当 上年 ≤ 专项扶贫资金。现为：上年 3.00 亿元，专项扶贫资金 2.07 亿元。请核对。文中：投入【X】亿元",
	}
	if diff := cmp.Diff(want, zh); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestOptionalInputOfComputed(t *testing.T) {
	tpl := bound(t, Schema{
		Fields:       []Field{{Name: "sum", Label: "合计", Kind: KindInteger}, {Name: "a", Label: "甲", Kind: KindInteger, Optional: true}},
		Placeholders: []string{"sum"},
		Computed:     []Computed{{Field: "sum", Is: "a + 1"}},
	}, "共【X】项")
	got := tpl.Check(nil).Problems
	if len(got) != 1 || got[0].Code != CodeMissing || !strings.Contains(got[0].Text.ZH, "缺少甲") {
		t.Errorf("got %v, want missing that names 甲", got)
	}
}

func TestSignOfComputed(t *testing.T) {
	tpl := bound(t, Schema{
		Fields:       []Field{{Name: "gap", Label: "收窄", Kind: KindPercent}, {Name: "a", Kind: KindPercent}, {Name: "b", Kind: KindPercent}},
		Placeholders: []string{"gap", "a", "b"},
		Computed:     []Computed{{Field: "gap", Is: "a - b", Decimals: 1}},
	}, "降幅收窄【X】个百分点", "【X】", "【X】")
	got := tpl.Check(Values{byName("a", num("1.0")), byName("b", num("2.5"))}).Problems
	if len(got) != 1 || got[0].Code != CodeSign || !strings.Contains(got[0].Text.ZH, "算得 -1.5") {
		t.Errorf("got %v, want a sign problem that names -1.5", got)
	}
}

func BenchmarkResolve(b *testing.B) {
	s := Schema{}
	var sentences []string
	values := Values{}
	for i := range 120 {
		name := "field_" + strconv.Itoa(i)
		s.Fields = append(s.Fields, Field{Name: name, Label: name, Kind: KindDecimal, Unit: "亿元", Decimals: places(2), Validate: "gte=0"})
		s.Placeholders = append(s.Placeholders, name)
		sentences = append(sentences, "财政收入完成【X】亿元，同比下降")
		values = append(values, byName(name, num(strconv.Itoa(i)+".25")))
	}
	for i := 0; i < 120; i += 10 {
		s.Computed = append(s.Computed, Computed{Field: s.Fields[i].Name, Is: s.Fields[i+1].Name + "+" + s.Fields[i+2].Name, Decimals: 2})
		values[i].Value = Value{}
		s.Checks = append(s.Checks, Check{Condition: s.Fields[i+3].Name + "<=" + s.Fields[i+4].Name})
	}
	tpl := bound(b, s, sentences...)
	b.ReportAllocs()
	for b.Loop() {
		if _, result := tpl.resolve(values); len(result.Problems) > 0 {
			b.Fatal(result.Problems)
		}
	}
}

// TestCheckGiven holds that of a part of a payload the same is told as of the
// whole, but for what is missing and what two values say of each other.
func TestCheckGiven(t *testing.T) {
	tpl := bound(t, Schema{
		Fields: []Field{
			{Name: "all", Kind: KindDecimal}, {Name: "part", Kind: KindDecimal, Validate: "gte=0"},
			{Name: "other", Kind: KindDecimal}, {Name: "note", Kind: KindText},
		},
		Placeholders: []string{"all", "part", "other", "note"},
		Computed:     []Computed{{Field: "all", Is: "part + other"}},
		Checks:       []Check{{Condition: "part > other", Severity: SeverityError}},
	}, "共【X】", "其中【X】", "其他【X】", "注【X】")
	tests := []struct {
		name   string
		values Values
		want   []Code
	}{
		{"nothing", nil, nil},
		{"a part", Values{{Name: "part", Value: num("1")}}, nil},
		{"a null", Values{{Name: "part", Value: Value{Type: Null}}}, nil},
		{"one against another", Values{{Name: "part", Value: num("1")}, {Name: "other", Value: num("2")}, {Name: "all", Value: num("9")}}, nil},
		{"each by itself", Values{{Name: "note", Value: str("\x00")}, {Name: "part", Value: num("-1")}, {Name: "other", Value: str("many")}, {Name: "none", Value: num("1")}},
			[]Code{CodeConstraint, CodeKind, CodeText, CodeUnknown}},
		{"twice", Values{{Name: "part", Value: num("1")}, {Name: "part", Value: num("2")}}, []Code{CodeTwice}},
		{"too few by position", Values{{Position: 1, Value: num("1")}}, []Code{CodePositions}},
	}
	for _, test := range tests {
		var got []Code
		for _, p := range tpl.CheckGiven(test.values) {
			got = append(got, p.Code)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
