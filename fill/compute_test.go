package fill

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
