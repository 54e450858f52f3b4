package fill

import "unicode"

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
