package fill

import "strings"

// The rules for marks that stand for themselves: ticks, multiplication signs, variables.

const (
	openingBrackets = "(（[［【〔"
	closingBrackets = ")）]］】〕"
	openingQuotes   = "“‘「『\"'＂"
	closingQuotes   = "”’」』\"'＂"
	separators      = "、，,/-‐‑－–—−=＝*·&×"
)

// isTick: a lone mark in brackets, a lone × in a table cell. （X）万元 holds a
// figure and 〔X〕X号 a year.
func (c *candidate) isTick() bool {
	if !c.single() || !isX(c.sign) && !isTimes(c.sign) {
		return false
	}
	if c.alone && isTimes(c.sign) && c.opensParagraph() && c.text.skip(c.end, isBlank) == len(c.text) {
		return true
	}
	if !isOneOf(c.beyondLeft, openingBrackets) || !isOneOf(c.beyondRight, closingBrackets) {
		return false
	}
	closer, after := c.text.next(c.text.skip(c.end, isGap))
	next, _ := c.text.next(after)
	numbered := closer == '〕' && (c.number(next) || c.marks.has(next) || next == '第')
	return !numbered && !units.open(c.text, after)
}

// isLegend: “×”表示…, and 打“×”。
func (c *candidate) isLegend() bool {
	if !c.legible() || !isOneOf(c.left, openingQuotes) || !isOneOf(c.right, closingQuotes) {
		return false
	}
	_, after := c.text.next(c.end)
	if c.text.opens(after, explanations) {
		return true
	}
	_, before := c.text.prev(c.start)
	next, _ := c.text.next(after)
	return c.text.closes(before, strokes) && !isWord(next)
}

// betweenNumbers: 3×5, 3 × 5, 5%×X.
func (c *candidate) betweenNumbers() bool {
	return c.singleTimes() && c.number(c.beyondLeft) && c.number(c.beyondRight)
}

// betweenWords: 利率×期数, 税基×（1-税率）, but not ×市 and ×万元.
func (c *candidate) betweenWords() bool {
	return c.singleTimes() && !units.open(c.text, c.end) &&
		(isWord(c.beyondLeft) || isOneOf(c.beyondLeft, closingBrackets)) &&
		(isWord(c.beyondRight) || isOneOf(c.beyondRight, openingBrackets))
}

// isVariable: 坐标X, ΔX, X、Y, <X,Y>, 1+X.
func (c *candidate) isVariable() bool {
	return c.singleX() && (c.text.closes(c.start, variables) || isGreek(c.left) || isGreek(c.right) ||
		c.partner(c.end, c.text.next, c.text.skip) || c.partner(c.start, c.text.prev, c.text.skipBack))
}

// partner looks beyond a separator, in one direction, for a lone Y or Z; beyond
// a plus sign for any lone letter or a digit.
func (c *candidate) partner(i int, step func(int) (rune, int), skip func(int, func(rune) bool) int) bool {
	separator, i := step(skip(i, isGap))
	r, i := step(skip(i, isGap))
	switch {
	case separator == '+' || separator == '＋':
		if isDigit(r) {
			return true
		}
		if !c.letter(r) {
			return false
		}
	case !isOneOf(separator, separators) || !isOneOf(r, "YZyzＹＺｙｚ"):
		return false
	}
	beyond, _ := step(i)
	return !isLatin(beyond) && !isDigit(beyond)
}

// isOneOf tells whether r is one of the characters; the end of a paragraph is none.
func isOneOf(r rune, set string) bool { return r != 0 && strings.ContainsRune(set, r) }
