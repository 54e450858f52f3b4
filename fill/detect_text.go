package fill

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// objectChar stands for a drawing, a note's reference or a symbol in a paragraph's text.
const objectChar = '\uFFFC'

// objectText is an object as text.
const objectText = string(objectChar)

// visibleText looks at the text of one paragraph as a person sees it: what is
// invisible is looked through. Positions are bytes.
type visibleText string

// next gives the visible character at or after i, and the byte after it; 0 at the end.
func (t visibleText) next(i int) (rune, int) {
	for i < len(t) {
		r, size := utf8.DecodeRuneInString(string(t[i:]))
		i += size
		if !isInvisible(r) {
			return r, i
		}
	}
	return 0, i
}

// prev gives the visible character that ends at or before i, and its first byte; 0 at the start.
func (t visibleText) prev(i int) (rune, int) {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(string(t[:i]))
		i -= size
		if !isInvisible(r) {
			return r, i
		}
	}
	return 0, i
}

// skip gives the first byte at or after i that is not of a character in the class.
func (t visibleText) skip(i int, class func(rune) bool) int {
	for {
		r, after := t.next(i)
		if r == 0 || !class(r) {
			return i
		}
		i = after
	}
}

// skipBack is skip towards the start.
func (t visibleText) skipBack(i int, class func(rune) bool) int {
	for {
		r, start := t.prev(i)
		if r == 0 || !class(r) {
			return i
		}
		i = start
	}
}

// opens tells whether one of the words stands at i, blanks aside.
func (t visibleText) opens(i int, words []string) bool {
	rest := string(t[t.skip(i, isGap):])
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(rest, w) })
}

// closes tells whether one of the words ends at i, blanks aside.
func (t visibleText) closes(i int, words []string) bool {
	head := string(t[:t.skipBack(i, isGap)])
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(head, w) })
}

// isInvisible: the soft hyphen, zero-width blanks and joiners, the byte order mark.
func isInvisible(r rune) bool {
	return r == 0x00AD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF
}

// isGap is a blank within a line; isBlank is one that may part lines or columns too.
func isGap(r rune) bool {
	return r == ' ' || r == 0x00A0 || r == 0x3000 || r >= 0x2000 && r <= 0x200A
}
func isBlank(r rune) bool { return isGap(r) || r == '\t' || r == '\n' }

// isDigit: ASCII and full-width digits.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isScript: superscript and subscript digits.
func isScript(r rune) bool {
	return strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", r)
}

// isHyphen: - ‐ ‑ and the full-width －; dashes join ranges and are none.
func isHyphen(r rune) bool { return r == '-' || r == 0x2010 || r == 0x2011 || r == '－' }

// isComma: the comma of thousands; the full-width one parts clauses.
func isComma(r rune) bool { return r == ',' }

// isPoint: the decimal point.
func isPoint(r rune) bool { return r == '.' || r == '．' }

// isLatin: ASCII and full-width letters, and letters with accents.
func isLatin(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.Is(unicode.Latin, r) && unicode.IsLetter(r)
}

// isGreek: a letter that marks a variable (ΔX).
func isGreek(r rune) bool { return unicode.Is(unicode.Greek, r) }

// isWord: a character of a word, of a number or of a rate.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '%' || r == '％' || r == '‰'
}

// isX and isTimes: the marks that are a letter to a reader, or a multiplication sign.
func isX(r rune) bool     { return r == 'X' || r == 'Ｘ' }
func isTimes(r rune) bool { return r == '×' || r == '╳' }
