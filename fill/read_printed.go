package fill

import (
	"slices"
	"strings"
)

// parsePrinted reads a printed value back: the inverse of formatting, digit for
// digit. What the field would not print just so is an *InvalidError.
func (f *boundField) parsePrinted(text string) (Value, error) {
	v, ok := f.fromPrinted(text)
	if !ok {
		return Value{}, f.notPrinted(text)
	}
	return v, nil
}

// fromPrinted reads a printed value back, or fails without saying why.
func (f *boundField) fromPrinted(text string) (Value, bool) {
	switch f.Kind {
	case KindText:
		return Value{Type: String, Text: text}, true
	case KindDate:
		d, ok := parseDate(text)
		if !ok || printDate(d, f.Numerals == numeralsChinese) != text {
			return Value{}, false
		}
		return Value{Type: String, Text: isoDate(d)}, true
	}
	d, ok := f.number(text)
	if !ok || !f.allowsKind(d) || f.places >= 0 && d.scale != f.places {
		return Value{}, false
	}
	again, ok := f.print(d, Value{}, nil)
	return Value{Type: Number, Text: d.String()}, ok && again == text
}

// number reads printed digits, in whatever characters the field prints them.
func (f *boundField) number(text string) (digits, bool) {
	switch {
	case f.Numerals == numeralsFinancial:
		return f.financialNumber(text)
	case f.Numerals == numeralsChinese:
		return parseNumerals(text)
	case f.Grouping:
		text = strings.ReplaceAll(text, ",", "")
	}
	d, bad := parseDigits(text)
	return d, bad == numberOK
}

// financialNumber reads a sum or a number in financial characters, which do not
// show the zeros at the end of its decimals.
func (f *boundField) financialNumber(text string) (d digits, ok bool) {
	if f.amount {
		if d, ok = parseAmount(text); ok {
			d, ok = d.trim(0).shift(-f.unit.power)
		}
	} else {
		d, ok = parseNumerals(ordinaryOf(text))
	}
	if ok && f.places > d.scale {
		return d.round(f.places)
	}
	return d, ok
}

// ordinaryOf gives financial numerals as ordinary ones: 壹拾贰 as 十二.
func ordinaryOf(s string) string {
	var pairs []string
	for i, d := range financialNumerals.digits {
		pairs = append(pairs, d, ordinaryNumerals.digits[i])
	}
	for i, u := range financialNumerals.units {
		pairs = append(pairs, u, ordinaryNumerals.units[i])
	}
	s = strings.NewReplacer(pairs...).Replace(s)
	body, negative := strings.CutPrefix(s, "负")
	if rest, ok := strings.CutPrefix(body, "一十"); ok {
		body = "十" + rest
	}
	if negative {
		return "负" + body
	}
	return body
}

// notPrinted says that a text is not what the field prints.
func (f *boundField) notPrinted(text string) error {
	v := Value{Type: String, Text: text}
	return &InvalidError{Problems: []Problem{{
		Code: CodeKind, Field: f.Name, Label: f.Label, Placeholders: slices.Clone(f.Placeholders), Text: f.wrongKind(v),
	}}}
}
