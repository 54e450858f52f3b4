package fill

import (
	"strconv"
	"strings"
	"unicode"
)

// yamlText writes text as a YAML scalar within a flow map, plain where that is
// sure to be read back. Go's escapes within quotes are YAML's too.
func yamlText(s string) string {
	if isPlain(s) {
		return s
	}
	return strconv.Quote(strings.ToValidUTF8(s, "\ufffd"))
}

// isPlain tells whether text needs no quotes: letters, digits and signs that
// mean nothing to YAML.
func isPlain(s string) bool {
	switch strings.ToLower(s) {
	case "", "null":
		return false
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) && r < 0x80 || r == '_' || r == '(':
		case i > 0 && strings.ContainsRune(" +-*/.<=>)“”（）《》、，。；：？", r):
		default:
			return false
		}
	}
	return s[len(s)-1] != ' '
}

// yamlComment makes one line of text, of at most so many characters, that can
// stand behind a #. Of longer text the part around 【 is kept.
func yamlComment(s string, limit int) string {
	line := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))
	if len([]rune(line)) <= limit {
		return strings.TrimSpace(line)
	}
	before, after, found := strings.Cut(line, "【")
	if !found {
		return firstCharacters(line, limit) + "…"
	}
	return "…" + lastCharacters(before, limit/2) + "【" + firstCharacters(after, limit/2) + "…"
}
