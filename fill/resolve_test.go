package fill

import (
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
