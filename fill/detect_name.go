package fill

import (
	"strings"
	"unicode"
)

// seenName is the text between {{ and }} as a person reads it: without blanks
// around it and what is invisible, and with a hyphen for a non-breaking one.
func seenName(inner string) string {
	return strings.TrimFunc(strings.Map(func(r rune) rune {
		switch {
		case isInvisible(r):
			return -1
		case r == 0x2011:
			return '-'
		}
		return r
	}, inner), isBlank)
}

// isFieldName: letters of any script, digits, _ - and ., with a letter or digit
// among them.
func isFieldName(name string) bool {
	full := false
	for _, r := range name {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			full = true
		case r != '_' && r != '-' && r != '.' && !unicode.IsMark(r):
			return false
		}
	}
	return full
}
