package fill

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// checkText tells where text holds a character or a reference that XML 1.0
// (2.2, 4.1) does not allow. Only the five predefined entities exist: there is
// no document type declaration to make others.
func checkText(text []byte) (int, bool) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '&':
			_, n := readReference(text[i:])
			if n == 0 {
				return i, false
			}
			i += n - 1
		case !validByte(text, i):
			return i, false
		}
	}
	return 0, true
}

// checkChars tells where text holds a character that XML 1.0 does not allow.
func checkChars(text []byte) (int, bool) {
	for i := range text {
		if !validByte(text, i) {
			return i, false
		}
	}
	return 0, true
}

// validByte tells whether no forbidden character begins at a byte of UTF-8 text:
// a control character, U+FFFE or U+FFFF.
func validByte[T string | []byte](text T, i int) bool {
	switch c := text[i]; {
	case c < ' ':
		return c == '\t' || c == '\n' || c == '\r'
	case c == 0xEF:
		return i+2 >= len(text) || text[i+1] != 0xBF || text[i+2] < 0xBE
	}
	return true
}

var entities = map[string]rune{"amp;": '&', "lt;": '<', "gt;": '>', "quot;": '"', "apos;": '\''}

// maxReference bounds the length of a reference, in bytes.
const maxReference = 16

// readReference reads the entity or character reference at the start of text and
// gives its character and its length; 0 if it is none.
func readReference(text []byte) (rune, int) {
	end := bytes.IndexByte(text[:min(len(text), maxReference)], ';')
	if end < 2 {
		return 0, 0
	}
	body := text[1 : end+1]
	if r, ok := entities[string(body)]; ok {
		return r, end + 1
	}
	if body[0] != '#' {
		return 0, 0
	}
	digits, base := string(body[1:len(body)-1]), 10
	if len(digits) > 1 && digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !validChar(rune(n)) {
		return 0, 0
	}
	return rune(n), end + 1
}

// validChar tells whether XML 1.0 allows the character (production 2).
func validChar(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return true
	case r < ' ' || r == 0xFFFE || r == 0xFFFF:
		return false
	}
	return utf8.ValidRune(r)
}

// decodeText appends text with its references replaced.
func decodeText(dst, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		r, n := readReference(text[i:])
		if n == 0 {
			r, n = '&', 1
		}
		dst = utf8.AppendRune(dst, r)
		text = text[i+n:]
	}
}

// escapeText appends text as the content of an element.
func escapeText(dst []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; c {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '\r':
			dst = append(dst, "&#13;"...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
