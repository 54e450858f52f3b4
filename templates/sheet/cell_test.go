package sheet

import (
	"testing"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

const cellFields = `
fields:
  name:  {label: 名称, kind: text}
  sum:   {label: 金额, kind: decimal, unit: 亿元, decimals: 2}
  free:  {label: 任意, kind: decimal, unit: 亿元}
  rate:  {label: 比率, kind: percent, unit: "%", decimals: 1}
  count: {label: 个数, kind: integer, unit: 个}
  day:   {label: 日期, kind: date}
placeholders: [name, sum, free, rate, count, day]
`

func compiled(t testing.TB, fields string, lines ...string) *fill.Template {
	t.Helper()
	p, err := fill.Open(filltest.Docx(lines...), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := fill.ParseSchema([]byte(fields))
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := fill.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

func fieldNamed(t testing.TB, tpl *fill.Template, name string) fill.Field {
	t.Helper()
	for _, f := range tpl.Fields() {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no field %s", name)
	return fill.Field{}
}

func TestCellValue(t *testing.T) {
	str := func(s string) fill.Value { return fill.Value{Type: fill.String, Text: s} }
	num := func(s string) fill.Value { return fill.Value{Type: fill.Number, Text: s} }
	tests := []struct {
		name       string
		field      string
		raw, shown string
		want       fill.Value
		doubt      fill.Code // empty where it is understood
		noted      bool
	}{
		{name: "blank", field: "sum"},
		{name: "plain", field: "sum", raw: "19.99", shown: "19.99", want: num("19.99")},
		{name: "binary noise", field: "sum", raw: "19.989999999999998", shown: "19.99", want: num("19.99")},
		{name: "noise of a sum", field: "free", raw: "0.30000000000000004", shown: "0.3", want: num("0.3")},
		{name: "zeros shown", field: "free", raw: "12.3", shown: "12.30", want: num("12.30")},
		{name: "thousands shown", field: "free", raw: "1234.5", shown: "1,234.50", want: num("1234.50")},
		{name: "currency", field: "free", raw: "1234.5", shown: "¥1,234.50", want: num("1234.50")},
		{name: "unit in the format", field: "free", raw: "12.34", shown: "12.34亿元", want: num("12.34")},
		{name: "brackets for minus", field: "free", raw: "-12.3", shown: "(12.30)", want: num("-12.30")},
		{name: "large and scientific", field: "free", raw: "1.2345E+15", shown: "1.2345E+15", want: num("1.2345E+15")},
		{name: "fewer digits shown, as printed", field: "sum", raw: "12.345", shown: "12.35", want: num("12.345")},
		{name: "fewer digits shown than printed", field: "sum", raw: "12.345", shown: "12.3", want: num("12.345"), noted: true},
		{name: "fewer digits shown, printed as given", field: "free", raw: "12.345", shown: "12.3", want: num("12.345"), noted: true},
		{name: "scaled by its format", field: "sum", raw: "123400", shown: "12.3", doubt: CodeDoubtful},
		{name: "a date", field: "sum", raw: "46387", shown: "2026-12-31", doubt: CodeDoubtful},
		{name: "a truth", field: "count", raw: "1", shown: "TRUE", doubt: CodeDoubtful},
		{name: "percent", field: "rate", raw: "0.125", shown: "12.5%", want: num("12.5")},
		{name: "percent with noise", field: "rate", raw: "0.10299999999999999", shown: "10.3%", want: num("10.3")},
		{name: "percent, rounded", field: "rate", raw: "0.1254", shown: "13%", want: num("12.54"), noted: true},
		{name: "percent for money", field: "sum", raw: "0.125", shown: "12.5%", doubt: CodeDoubtful},
		{name: "percent as text", field: "rate", raw: "12.5%", shown: "12.5%", want: str("12.5%")},
		{name: "full-width text", field: "sum", raw: "１，２３４．５", shown: "１，２３４．５", want: str("１，２３４．５")},
		{name: "text with thousands", field: "sum", raw: "1,234.5", shown: "1,234.5", want: str("1,234.5")},
		{name: "text with zeros before", field: "count", raw: "007", shown: "007", want: str("007")},
		{name: "an error", field: "sum", raw: "#DIV/0!", shown: "#DIV/0!", doubt: CodeCellError},
		{name: "text of a number", field: "name", raw: "46387", shown: "2026/12/31", want: str("2026/12/31")},
		{name: "text that looks like a formula", field: "name", raw: "=1+1", shown: "=1+1", want: str("=1+1")},
		{name: "date", field: "day", raw: "46387", shown: "2026/12/31", want: str("2026-12-31")},
		{name: "date in words", field: "day", raw: "46387", shown: "2026年12月31日", want: str("2026-12-31")},
		{name: "date as text", field: "day", raw: "2026年12月31日", shown: "2026年12月31日", want: str("2026年12月31日")},
		{name: "a number for a date", field: "day", raw: "46387", shown: "46387", want: str("46387")},
	}
	tpl := compiled(t, cellFields, "X，X亿元，X亿元，X%，X个，X。")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, doubt, note := Cell{Ref: "G7", Raw: tt.raw, Shown: tt.shown}.Value(tpl, fieldNamed(t, tpl, tt.field))
			if got != tt.want {
				t.Errorf("value %+v, want %+v", got, tt.want)
			}
			var code fill.Code
			if doubt != nil {
				code = doubt.Code
			}
			if code != tt.doubt || (note != nil) != tt.noted {
				t.Errorf("doubt %q, note %v; want %q, noted %t", code, note, tt.doubt, tt.noted)
			}
		})
	}
}

func TestFormulaWithoutResultIsTold(t *testing.T) {
	tpl := compiled(t, cellFields, "X，X亿元，X亿元，X%，X个，X。")
	_, doubt, _ := Cell{Ref: "B2", NoResult: true}.Value(tpl, fieldNamed(t, tpl, "sum"))
	if doubt == nil || doubt.Code != CodeNoResult {
		t.Errorf("doubt %v, want %s", doubt, CodeNoResult)
	}
}
