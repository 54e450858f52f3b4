package fill

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markSet is the set of marks of a template. Marks are few: a slice is faster
// than a map.
type markSet struct {
	signs []sign
	bytes [][]byte // each sign in UTF-8
}

// sign is the character of a mark and the fewest of it that make one: 2 for "__".
type sign struct {
	r   rune
	min int
}

// markError is a mark that cannot be one.
type markError struct {
	Mark   string
	Reason Text
}

// Error gives the reason in English.
func (e *markError) Error() string { return fmt.Sprintf("mark %q: %s", e.Mark, e.Reason.EN) }

// newMarkSet compiles marks: each is one character, or the same one repeated
// ("__") where a single one is none. nil means DefaultMarks. An error is a *markError.
func newMarkSet(marks []string) (markSet, error) {
	if marks == nil {
		marks = DefaultMarks
	}
	var m markSet
	for _, text := range marks {
		s, reason := newSign(text)
		if reason.EN != "" {
			return markSet{}, &markError{Mark: text, Reason: reason}
		}
		if m.min(s.r) > 0 {
			return markSet{}, &markError{Mark: text, Reason: Text{
				"占位标记“" + text + "”重复，请删去一个。", "is given twice; remove one"}}
		}
		m.signs = append(m.signs, s)
		m.bytes = append(m.bytes, []byte(string(s.r)))
	}
	return m, nil
}

func newSign(text string) (sign, Text) {
	runes := []rune(text)
	if len(runes) == 0 || !utf8.ValidString(text) || len(slices.Compact(slices.Clone(runes))) > 1 {
		return sign{}, Text{
			"占位标记“" + text + "”应为一个字符，或同一字符的重复（如 X、□、__）。",
			"must be one character, or the same one repeated (X, □, __)"}
	}
	if r := runes[0]; !canMark(r) {
		return sign{}, Text{
			"“" + text + "”不能作占位标记：数字、空白、花括号、小数点、逗号和连字符另有含义，请换一个字符。",
			"cannot be a mark: digits, blanks, braces, points, commas and hyphens have a meaning of their own; choose another character"}
	}
	return sign{runes[0], len(runes)}, Text{}
}

func canMark(r rune) bool {
	if isDigit(r) || isBlank(r) || isHyphen(r) || isPoint(r) || isInvisible(r) {
		return false
	}
	return unicode.IsGraphic(r) && !unicode.IsMark(r) && r != objectChar && !strings.ContainsRune("{},\uFFFD", r)
}

// min is the fewest of r that make a mark; 0 if r is no mark.
func (m markSet) min(r rune) int {
	for _, s := range m.signs {
		if s.r == r {
			return s.min
		}
	}
	return 0
}

func (m markSet) has(r rune) bool { return m.min(r) > 0 }

// mayHold tells whether the text of a paragraph can hold a placeholder. It may
// be wrong where it says yes, never where it says no.
func (m markSet) mayHold(text []byte) bool {
	for _, b := range m.bytes {
		if bytes.Contains(text, b) {
			return true
		}
	}
	return bytes.Contains(text, []byte("{{")) || bytes.Contains(text, []byte("ｘ")) || holdsSmallX(text)
}

// holdsSmallX looks for an x after a digit, or after a byte of a full-width
// digit or of a soft hyphen.
func holdsSmallX(text []byte) bool {
	for from := 0; ; from++ {
		i := bytes.IndexByte(text[from:], 'x')
		if i < 0 {
			return false
		}
		from += i
		if from > 0 && (text[from-1] >= utf8.RuneSelf || isDigit(rune(text[from-1]))) {
			return true
		}
	}
}
