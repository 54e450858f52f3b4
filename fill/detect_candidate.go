package fill

import (
	"slices"
	"strings"
)

// candidate is a run of marks, with what a rule needs to judge it.
type candidate struct {
	text       visibleText
	marks      markSet
	alone      bool // the only text of a table cell
	braced     bool // in {{…}} that is no name
	start, end int
	sign       rune
	count      int

	left, right             rune // the characters that it touches; 0 at the paragraph's ends
	beyondLeft, beyondRight rune // the same beyond blanks
}

// candidate looks around the marks from start to end. It holds until the next one.
func (d *detector) candidate(start, end, count int, sign rune) *candidate {
	c := &d.judged
	*c = candidate{text: d.text, marks: d.marks, alone: d.alone, braced: start < d.braced,
		start: start, end: end, sign: sign, count: count}
	c.left, _ = c.text.prev(start)
	c.right, _ = c.text.next(end)
	c.beyondLeft, _ = c.text.prev(c.text.skipBack(start, isGap))
	c.beyondRight, _ = c.text.next(c.text.skip(end, isGap))
	return c
}

// single tells a lone mark, to which most rules keep.
func (c *candidate) single() bool { return c.count == 1 }

// singleX and singleTimes tell a lone mark that is a letter, or a multiplication sign.
func (c *candidate) singleX() bool     { return c.single() && isX(c.sign) }
func (c *candidate) singleTimes() bool { return c.single() && isTimes(c.sign) }

// legible tells a mark that means something by itself, as a letter or a
// multiplication sign; □ and ＿ do not.
func (c *candidate) legible() bool { return isLatin(c.sign) || isTimes(c.sign) }

// letter tells a Latin letter that is no mark.
func (c *candidate) letter(r rune) bool { return isLatin(r) && !c.marks.has(r) }

// number tells a character of a number; a placeholder is one, unless it may be
// a multiplication sign itself.
func (c *candidate) number(r rune) bool {
	return isDigit(r) || r == '%' || r == '％' || c.marks.has(r) && !isTimes(r)
}

// afterHyphen gives the place of what the mark qualifies: X射线, X-射线.
func (c *candidate) afterHyphen() int {
	if r, after := c.text.next(c.end); isHyphen(r) {
		return after
	}
	return c.end
}

// means tells an X before one of the words.
func (c *candidate) means(w phraseSet) bool { return c.singleX() && w.open(c.text, c.afterHyphen()) }

// latinWord tells whether the text at i opens with a Latin word that is no unit.
func (c *candidate) latinWord(i int) bool {
	end := c.text.skip(i, c.letter)
	return end > i && !slices.Contains(unitSymbols, strings.TrimFunc(string(c.text[i:end]), isInvisible))
}

// opensParagraph tells whether nothing but blanks stands before the mark.
func (c *candidate) opensParagraph() bool { return c.text.skipBack(c.start, isBlank) == 0 }
