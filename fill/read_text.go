package fill

import (
	"strings"
	"unicode/utf8"
)

// readText reads a value of kind text. \r\n and \r count as \n.
func (f *boundField) readText(v Value) (string, *valueFault) {
	switch {
	case v.Type == Bool:
		return "", &valueFault{CodeKind, f.wrongKind(v)}
	case v.Unit != "" && v.Unit != f.Unit:
		return "", &valueFault{CodeUnit, f.wrongUnit(v.Unit)}
	case v.Type == Number:
		return f.numberAsText(v)
	}
	text := v.Text
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if position, what, ok := foreignCharacter(text); ok {
		return "", &valueFault{CodeText, f.foreignText(position, what)}
	}
	return text, nil
}

// numberAsText prints a number given for text: its digits, without exponent.
func (f *boundField) numberAsText(v Value) (string, *valueFault) {
	d, bad := parseDigits(v.Text)
	switch {
	case bad != numberOK:
		return "", &valueFault{CodeKind, f.tooLong(v)}
	case isPlainNumber(v.Text):
		return v.Text, nil
	}
	return d.String(), nil
}

// foreignCharacter finds the first character that XML 1.0 cannot hold (Char,
// production 2 of the recommendation), by its place from 1.
func foreignCharacter(s string) (position int, what rune, found bool) {
	if !utf8.ValidString(s) {
		return findForeign(s)
	}
	for i := range len(s) {
		if !validByte(s, i) {
			return findForeign(s)
		}
	}
	return 0, 0, false
}

func findForeign(s string) (position int, what rune, found bool) {
	for i := 0; i < len(s); {
		position++
		c, size := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError && size == 1 {
			if lone, ok := surrogateAt(s[i:]); ok {
				return position, lone, true
			}
			return position, rune(s[i]), true
		}
		if !validChar(c) {
			return position, c, true
		}
		i += size
	}
	return 0, 0, false
}
