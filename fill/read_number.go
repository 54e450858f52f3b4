package fill

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// valueFault is what is wrong with one value.
type valueFault struct {
	code Code
	text Text
}

// reading is a value as its field understands it.
type reading struct {
	number digits // of numeric kinds; of dates as 20261231
	text   string // as it is printed
}

// readNumber reads a value of a numeric kind, in the field's unit and with the
// decimals that are printed.
func (f *boundField) readNumber(v Value) (digits, *valueFault) {
	d, given, bad := f.given(v)
	if bad == nil && given != "" && given != f.Unit && !f.ownUnit(given) {
		d, bad = f.inOwnUnit(d, given, v)
	}
	if bad == nil {
		bad = f.suits(d, v)
	}
	if bad != nil {
		return digits{}, bad
	}
	if f.places < 0 {
		return d, nil
	}
	out, ok := d.round(f.places)
	if !ok {
		return digits{}, &valueFault{CodeKind, f.tooLong(v)}
	}
	return out, nil
}

// given reads the number and the unit that it is given in, empty where that is
// the field's own.
func (f *boundField) given(v Value) (digits, string, *valueFault) {
	if v.Type == Bool {
		return digits{}, "", &valueFault{CodeKind, f.wrongKind(v)}
	}
	d, bad := parseDigits(v.Text)
	if bad == numberOK && (v.Type == Number || f.padded || !zeroPadded(v.Text)) {
		return d, v.Unit, nil
	}
	if bad == tooManyDigits {
		return digits{}, "", &valueFault{CodeKind, f.tooLong(v)}
	}
	if v.Type == Number {
		return digits{}, "", &valueFault{CodeKind, f.wrongKind(v)}
	}
	return f.givenAsText(v)
}

// zeroPadded tells whether a zero stands before the first digit of a whole number.
func zeroPadded(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9'
}

// givenAsText reads a number as people write it: 1,234.5, １２．５, 一百二十,
// 12.34亿元.
func (f *boundField) givenAsText(v Value) (digits, string, *valueFault) {
	number, rest := splitNumber(f.withoutOrdinal(halfWidth(v.Text)))
	d, bad := f.parseWritten(number)
	switch {
	case bad == tooManyDigits:
		return digits{}, "", &valueFault{CodeKind, f.tooLong(v)}
	case bad != numberOK, rest != "" && rest != f.Unit && !f.ownUnit(rest) && !parseUnit(rest).known():
		return digits{}, "", &valueFault{CodeKind, f.wrongKind(v)}
	case rest != "" && v.Unit != "" && rest != v.Unit:
		return digits{}, "", &valueFault{CodeUnit, f.twoUnits(v, rest)}
	case rest == "":
		return d, v.Unit, nil
	}
	return d, rest, nil
}

// parseWritten reads the number that text begins with: digits, grouped by
// thousands or not, or Chinese numerals.
func (f *boundField) parseWritten(number string) (digits, numberFault) {
	if number == "" {
		return digits{}, notNumber
	}
	if number[0] >= utf8.RuneSelf {
		if d, ok := parseNumerals(number); ok {
			return d, numberOK
		}
		return digits{}, notNumber
	}
	if zeroPadded(number) && !f.padded {
		return digits{}, notNumber
	}
	ungrouped, ok := ungroup(number)
	if !ok {
		return digits{}, notNumber
	}
	return parseDigits(ungrouped)
}

// ungroup takes the commas out of 1,234,567.8; it fails where they do not stand
// before each third digit.
func ungroup(s string) (string, bool) {
	if strings.IndexByte(s, ',') < 0 {
		return s, true
	}
	integer, fraction, _ := strings.Cut(s, ".")
	groups := strings.Split(strings.TrimLeft(integer, "+-"), ",")
	for i, g := range groups {
		if len(g) > 3 || len(g) == 0 || i > 0 && len(g) != 3 {
			return "", false
		}
	}
	if strings.Contains(fraction, ",") || groups[0][0] == '0' {
		return "", false
	}
	return strings.ReplaceAll(s, ",", ""), true
}

// splitNumber parts the number that the text begins with from what follows.
func splitNumber(s string) (number, rest string) {
	of := "0123456789.,+-"
	if c, _ := utf8.DecodeRuneInString(s); c >= utf8.RuneSelf {
		of = "负点〇○零一二两三四五六七八九十百千万亿"
	}
	end := strings.IndexFunc(s, func(c rune) bool { return !strings.ContainsRune(of, c) })
	if end < 0 {
		return s, ""
	}
	return s[:end], strings.TrimLeftFunc(s[end:], unicode.IsSpace)
}

// halfWidth gives text without outer blanks, its digits and signs as ASCII has
// them.
func halfWidth(s string) string {
	s = strings.TrimFunc(s, unicode.IsSpace)
	if strings.IndexFunc(s, func(c rune) bool { return halfWidthRune(c) != c }) < 0 {
		return s
	}
	return strings.Map(halfWidthRune, s)
}

func halfWidthRune(c rune) rune {
	switch {
	case c >= '０' && c <= '９':
		return c - '０' + '0'
	case c == '．' || c == '，' || c == '＋' || c == '－' || c == '／' || c == '％':
		return c - '！' + '!'
	case c == '−' || c == '﹣':
		return '-'
	}
	return c
}

// withoutOrdinal takes the 第 off a rank.
func (f *boundField) withoutOrdinal(s string) string {
	if f.Kind == KindRank {
		return strings.TrimPrefix(s, "第")
	}
	return s
}

// ownUnits are what may follow a number of a kind that has no unit to convert.
var ownUnits = map[Kind]string{
	KindYear:  "年 年度",
	KindMonth: "月 月份 月底 月末 月初",
	KindDay:   "日 号",
	KindRank:  "位 名",
}

// ownUnit tells whether the unit goes without saying for the field's kind.
func (f *boundField) ownUnit(unit string) bool {
	own := ownUnits[f.Kind]
	for own != "" {
		var first string
		if first, own, _ = strings.Cut(own, " "); first == unit {
			return true
		}
	}
	return false
}

// inOwnUnit converts a number into the field's unit.
func (f *boundField) inOwnUnit(d digits, given string, v Value) (digits, *valueFault) {
	switch f.Kind {
	case KindYear, KindMonth, KindDay, KindRank:
		return digits{}, &valueFault{CodeUnit, f.wrongUnit(given)}
	}
	out, ok := parseUnit(given).convert(d, f.unit, f.places)
	if !ok {
		return digits{}, &valueFault{CodeUnit, f.wrongUnit(given)}
	}
	return out, nil
}

// suits tells what the kind of the field has against the number.
func (f *boundField) suits(d digits, v Value) *valueFault {
	if f.allowsKind(d) {
		return nil
	}
	return &valueFault{CodeKind, f.wrongKind(v)}
}

// allowsKind tells whether the number is one of the field's kind.
func (f *boundField) allowsKind(d digits) bool {
	if f.Kind == KindDecimal || f.Kind == KindPercent {
		return true
	}
	return d.isWhole() && (f.Kind == KindInteger || d.cmp(f.least) >= 0 && d.cmp(f.most) <= 0)
}
