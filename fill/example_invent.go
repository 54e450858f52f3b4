package fill

import (
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// invent gives a value that the field takes; the number varies the figures.
func (f *boundField) invent(number int) Value {
	var candidates []Value
	switch {
	case f.Kind == KindDate:
		candidates = f.inventDates()
	case f.Kind.Numeric():
		candidates = f.inventNumbers(number)
	default:
		candidates = f.inventTexts()
	}
	for _, v := range candidates {
		if f.takes(v) {
			return v
		}
	}
	return candidates[0]
}

// takes tells whether the field has nothing against a value by itself.
func (f *boundField) takes(v Value) bool {
	read, bad := f.read(v, nil)
	return bad == nil && f.constraint.allows(&read)
}

// usual are figures as reports have them, by kind and by unit.
var (
	usualOfKind = map[Kind]string{KindYear: "2025", KindMonth: "6", KindDay: "15", KindRank: "3", KindPercent: "5.6"}
	usualOfUnit = map[string]string{
		"亿元": "12.34", "万元": "1250", "元": "860", "个百分点": "1.2",
		"人": "1280", "人次": "860", "名": "120", "户": "360", "家": "48", "个": "12", "项": "16", "次": "12", quarterUnit: "2",
	}
)

// inventNumbers gives figures to try: a usual one, and those about the bounds
// of the constraint.
func (f *boundField) inventNumbers(number int) []Value {
	usual, ok := usualOfKind[f.Kind]
	if !ok {
		if usual, ok = usualOfUnit[f.Unit]; !ok {
			usual = "24"
		}
		vary := decimal.New(int64(10+number*7%9), -1)
		usual = decimal.RequireFromString(usual).Mul(vary).String()
	}
	out := []Value{f.figure(decimal.RequireFromString(usual))}
	for _, tag := range f.tags() {
		for parameter := range strings.FieldsSeq(tag.parameter) {
			bound, err := decimal.NewFromString(parameter)
			if err != nil {
				continue
			}
			step := f.step()
			for _, d := range []decimal.Decimal{bound, bound.Add(step), bound.Sub(step), bound.Div(decimal.New(2, 0))} {
				out = append(out, f.figure(d))
			}
		}
	}
	return append(out, f.figure(decimal.New(1, 0)), f.figure(decimal.Zero))
}

// step is one unit of the field's last decimal.
func (f *boundField) step() decimal.Decimal { return decimal.New(1, -max(0, f.places)) }

// figure writes a number as the field prints its digits.
func (f *boundField) figure(d decimal.Decimal) Value {
	places := f.places
	switch {
	case f.Kind != KindDecimal && f.Kind != KindPercent:
		places = 0
	case places < 0:
		places = min(2, max(0, -d.Exponent()))
	}
	return Value{Type: Number, Text: d.StringFixed(places)}
}

// inventDates gives days to try: a usual one, and those about the bounds.
func (f *boundField) inventDates() []Value {
	out := []Value{{Type: String, Text: "2025-06-30"}}
	for _, tag := range f.tags() {
		bound, ok := parseDate(tag.parameter)
		if !ok {
			continue
		}
		day, err := time.Parse(time.DateOnly, isoDate(bound))
		if err != nil {
			continue
		}
		for _, more := range []int{0, 1, -1} {
			out = append(out, Value{Type: String, Text: day.AddDate(0, 0, more).Format(time.DateOnly)})
		}
	}
	return out
}

// someTexts are words to try on the tags over text.
var someTexts = []string{
	"示例", "例", "example", "EXAMPLE", "12345", "12.5", "true", "a@example.com", "https://example.com/", "http://example.com/",
	"example.com", "192.0.2.1", "2001:db8::1", "+8613800000000", "00000000-0000-4000-8000-000000000000", "1.2.3", "Asia/Shanghai",
	"9787020002207", "0378-5955", "4111111111111111",
}

// inventTexts gives words to try: some at large, those that the tags name, and
// some of the length that they ask for.
func (f *boundField) inventTexts() []Value {
	out := make([]Value, 0, len(someTexts))
	try := func(s string) { out = append(out, Value{Type: String, Text: s}) }
	for _, s := range someTexts {
		try(s)
	}
	for _, tag := range f.tags() {
		for _, choice := range splitList(tag.parameter) {
			try(choice)
			try(choice + "示例")
			try("示例" + choice)
		}
		for _, n := range lengthsWanted(tag.parameter) {
			try(firstCharacters(strings.Repeat("示例", n), n))
			try(firstCharacters(strings.Repeat("example", n), n))
		}
	}
	return out
}

// lengthsWanted gives the lengths about the parameter of a tag over lengths.
func lengthsWanted(parameter string) []int {
	n, err := strconv.Atoi(parameter)
	if err != nil || n < 0 || n > 1000 {
		return nil
	}
	return []int{n, n + 1, max(0, n-1)}
}
