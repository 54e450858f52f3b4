package fill

import (
	"bytes"
	"unicode/utf8"
)

// invalidUTF8 is the offset of the first byte that is no UTF-8; the length of the
// text where all is.
func invalidUTF8(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// syntaxErrorAt gives a *SyntaxError for a byte offset of the text.
func syntaxErrorAt(text []byte, at int, reason Text) *SyntaxError {
	before := text[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return &SyntaxError{Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(before[start:]), Reason: reason}
}
