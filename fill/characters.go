package fill

// firstCharacters is text cut behind its first characters.
func firstCharacters(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// lastCharacters is text cut before its last characters.
func lastCharacters(s string, n int) string {
	runes := []rune(s)
	return string(runes[max(0, len(runes)-n):])
}
