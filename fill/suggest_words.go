package fill

import "strings"

// hasPrefix tells whether s starts with one of the words.
func hasPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// hasSuffix tells whether s ends with one of the words.
func hasSuffix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// containsAny tells whether one of the words stands in s.
func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// trimStart takes the words off the front of s until none is left there. A
// word of keep that s then starts with is never cut into.
func trimStart(s string, words, keep []string) string {
	for again := true; again; {
		again = false
		for _, w := range words {
			if rest, ok := strings.CutPrefix(s, w); ok && !hasPrefix(s, keep) {
				s, again = rest, true
			}
		}
	}
	return s
}

// trimEnd takes the words off the end of s until none is left there. A word of
// keep that s then ends with is never cut into.
func trimEnd(s string, words, keep []string) string {
	for again := true; again; {
		again = false
		for _, w := range words {
			if rest, ok := strings.CutSuffix(s, w); ok && !hasSuffix(s, keep) {
				s, again = rest, true
			}
		}
	}
	return s
}

// trimOneOff takes the first of the words that s ends with off it.
func trimOneOff(s string, words []string) string {
	for _, w := range words {
		if rest, ok := strings.CutSuffix(s, w); ok {
			return rest
		}
	}
	return s
}
