package fill

import (
	"testing"
)

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
