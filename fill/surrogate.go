package fill

import (
	"strconv"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// A lone surrogate, which JSON can write as an escape and UTF-8 cannot hold, is
// kept as the three bytes that UTF-8 would give it (WTF-8), so that Check can
// tell it and a stored payload keeps it.

// unquoteSurrogates gives the characters of a quoted JSON string.
func unquoteSurrogates(raw string) string {
	if b, err := jsontext.AppendUnquote(nil, raw); err == nil {
		return string(b)
	}
	var out []byte
	inner, from := raw[1:len(raw)-1], 0
	for i := 0; i < len(inner); {
		size, lone := escapeAt(inner[i:])
		if lone {
			out = appendUnquoted(out, inner[from:i])
			code, _ := strconv.ParseUint(inner[i+2:i+6], 16, 16)
			out = append(out, 0xE0|byte(code>>12), 0x80|byte(code>>6&0x3F), 0x80|byte(code&0x3F))
			from = i + size
		}
		i += size
	}
	return string(appendUnquoted(out, inner[from:]))
}

func appendUnquoted(dst []byte, inner string) []byte {
	dst, _ = jsontext.AppendUnquote(dst, `"`+inner+`"`)
	return dst
}

// escapeAt gives the bytes of the character or escape that s starts with, a
// surrogate pair as one, and whether it is a lone surrogate.
func escapeAt(s string) (size int, lone bool) {
	switch {
	case s[0] != '\\':
		return 1, false
	case s[1] != 'u':
		return 2, false
	case !isSurrogate(s, "89abAB"):
		return 6, isSurrogate(s, "cdefCDEF")
	case len(s) >= 12 && s[6] == '\\' && s[7] == 'u' && isSurrogate(s[6:], "cdefCDEF"):
		return 12, false
	}
	return 6, true
}

func isSurrogate(escape, third string) bool {
	if escape[2] != 'd' && escape[2] != 'D' {
		return false
	}
	for i := range len(third) {
		if escape[3] == third[i] {
			return true
		}
	}
	return false
}

// appendQuoted quotes s for JSON: the inverse of unquoteSurrogates. Bytes that
// are neither UTF-8 nor a lone surrogate become U+FFFD.
func appendQuoted(dst []byte, s string) []byte {
	if out, err := jsontext.AppendQuote(dst, s); err == nil {
		return out
	}
	dst = append(dst, '"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if code, ok := surrogateAt(s[i:]); r == utf8.RuneError && size == 1 && ok {
			dst = append(dst, '\\', 'u')
			dst = strconv.AppendUint(dst, uint64(code), 16)
			i += 3
			continue
		}
		quoted, _ := jsontext.AppendQuote(nil, s[i:i+size])
		dst = append(dst, quoted[1:len(quoted)-1]...)
		i += size
	}
	return append(dst, '"')
}

// surrogateAt gives the lone surrogate that s starts with.
func surrogateAt(s string) (rune, bool) {
	if len(s) < 3 || s[0] != 0xED || s[1]&0xE0 != 0xA0 || s[2]&0xC0 != 0x80 {
		return 0, false
	}
	return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), true
}
