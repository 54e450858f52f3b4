package fill

import (
	"unicode"
	"unicode/utf8"
)

// markRule makes a mark doubtful, or refuses it.
type markRule struct {
	name    string
	verdict markVerdict
	applies func(*candidate) bool
	text    Text
}

// markRules in the order of their precedence: the first that applies decides.
var markRules = []markRule{
	{"braces", refused, (*candidate).inBraces, Text{
		"在 {{…}} 之内，而 {{…}} 不是字段名",
		"inside {{…}} that is not a field's name"}},
	{"times", refused, (*candidate).betweenNumbers, Text{
		"两个数之间的乘号，如 3×5",
		"a multiplication sign between two numbers, as in 3×5"}},
	{"acronym", doubtful, (*candidate).isFigureOfAcronym, Text{
		"紧挨大写字母、后有单位，像缩写后的数字，如 GDPX亿元",
		"looks like the figure of an acronym, as in GDPX亿元"}},
	{"latin_letter", refused, (*candidate).touchesLetter, Text{
		"紧挨拉丁字母，是单词的一部分，如 EXCEL",
		"part of a word in Latin letters, as in EXCEL"}},
	{"variable", doubtful, (*candidate).isVariable, Text{
		"像变量名，如 坐标X、X-Y、1+X",
		"looks like a variable, as in X-Y or 1+X"}},
	{"digit", refused, (*candidate).touchesDigit, Text{
		"单个标记紧挨数字，像型号，如 X1、5X",
		"a single mark that touches a digit, as in X1 or 5X"}},
	{"range", doubtful, (*candidate).opensRange, Text{
		"像起止时间的起点，如 X-12月",
		"looks like the start of a range of dates, as in X-12月"}},
	{"hyphen", refused, (*candidate).beforeHyphen, Text{
		"单个标记后接连字符和字母或数字，像型号或编号，如 X-15、表X-1",
		"a single mark before a hyphen and a letter or digit, as in X-15"}},
	{"ray", doubtful, (*candidate).isRay, Text{
		"像 X射线、X光、X线",
		"looks like X-rays"}},
	{"axis", doubtful, (*candidate).isAxis, Text{
		"像 X轴、X坐标",
		"looks like the X axis"}},
	{"chromosome", doubtful, (*candidate).isChromosome, Text{
		"像 X染色体",
		"looks like the X chromosome"}},
	{"shape", doubtful, (*candidate).isShape, Text{
		"像形状或型号，如 X型",
		"looks like a shape or a type, as in X型"}},
	{"version", doubtful, (*candidate).isVersion, Text{
		"像版本号、标准号或图表序号，如 V3.X、X.509、图X.1",
		"looks like the number of a version or a standard, as in V3.X or X.509"}},
	{"product", doubtful, (*candidate).besideLatinWord, Text{
		"挨着外文单词，像产品名称，如 OS X",
		"beside a Latin word, as in OS X"}},
	{"roman", doubtful, (*candidate).isRoman, Text{
		"段首的“X.”或“X)”，像罗马数字十",
		"“X.” or “X)” that opens a paragraph: perhaps a roman ten"}},
	{"legend", doubtful, (*candidate).isLegend, Text{
		"引号内的标记，像在说明标记本身，如 “×”表示……",
		"a quoted mark that seems to be explained itself, as in “×”表示……"}},
	{"tick", doubtful, (*candidate).isTick, Text{
		"像勾选记号：括号内或表格单元格内单独一个标记",
		"looks like a tick: a lone mark in brackets or in a table cell"}},
	{"formula", doubtful, (*candidate).betweenWords, Text{
		"词语之间的乘号，如 利率×期数",
		"a multiplication sign between words, as in 利率×期数"}},
}

// RuleText explains, as the end of a sentence about a mark, the rule of
// Placeholder.Doubtful. It is empty for a rule that is not known.
func RuleText(rule string) Text {
	for _, r := range markRules {
		if r.name == rule {
			return r.text
		}
	}
	return Text{}
}

// judge gives the mark's verdict and the rule that it comes from.
func (c *candidate) judge() (markVerdict, string) {
	for _, r := range markRules {
		if r.applies(c) {
			return r.verdict, r.name
		}
	}
	return certain, ""
}

func (c *candidate) inBraces() bool { return c.braced }

func (c *candidate) touchesLetter() bool {
	return c.legible() && (c.letter(c.left) || c.letter(c.right))
}

// isFigureOfAcronym: GDPX亿元, 5GX个, but not LINUX系统 and iPhoneX个.
func (c *candidate) isFigureOfAcronym() bool {
	return c.legible() && unicode.IsUpper(c.left) && c.letter(c.left) && !c.letter(c.right) && acronymUnits.open(c.text, c.end)
}

func (c *candidate) touchesDigit() bool {
	return c.single() && c.legible() && (isDigit(c.left) || isDigit(c.right) || isScript(c.right))
}

func (c *candidate) beforeHyphen() bool {
	if !c.single() || !c.legible() || !isHyphen(c.right) {
		return false
	}
	r, _ := c.text.next(c.afterHyphen())
	return isDigit(r) || c.letter(r)
}

// opensRange: X-12月, X-15日 and X-3季度.
func (c *candidate) opensRange() bool {
	if !c.single() || !c.legible() || !isHyphen(c.right) {
		return false
	}
	from := c.afterHyphen()
	to := c.text.skip(from, isDigit)
	n := utf8.RuneCountInString(string(c.text[from:to]))
	return (n == 1 || n == 2) && c.text.opens(to, rangeUnits)
}

func (c *candidate) isRay() bool        { return c.means(rays) }
func (c *candidate) isAxis() bool       { return c.means(axes) }
func (c *candidate) isChromosome() bool { return c.means(chromosomes) }
func (c *candidate) isShape() bool      { return c.means(shapes) }

// isVersion: V3.X and X.509, but not 5.X% and X.5万元.
func (c *candidate) isVersion() bool {
	if !c.singleX() {
		return false
	}
	if isPoint(c.right) {
		_, from := c.text.next(c.end)
		to := c.text.skip(from, isDigit)
		return to > from && !units.open(c.text, to)
	}
	if !isPoint(c.left) || units.open(c.text, c.end) {
		return false
	}
	from := c.text.skipBack(c.start, func(r rune) bool { return isPoint(r) || isDigit(r) })
	digit, _ := c.text.next(from)
	word, _ := c.text.prev(c.text.skipBack(from, isGap))
	return isDigit(digit) && c.letter(word)
}

// besideLatinWord: OS X, Model-X, X Window; a blank or a hyphen between.
func (c *candidate) besideLatinWord() bool {
	if !c.singleX() {
		return false
	}
	if isGap(c.left) && c.letter(c.beyondLeft) {
		return true
	}
	if isJoiner(c.left) {
		_, i := c.text.prev(c.start)
		before, _ := c.text.prev(i)
		return c.letter(before)
	}
	switch _, after := c.text.next(c.end); {
	case isGap(c.right):
		return c.latinWord(c.text.skip(c.end, isGap))
	case isJoiner(c.right):
		return c.latinWord(after)
	}
	return false
}

func isJoiner(r rune) bool { return isHyphen(r) || r == '_' }

// isRoman: X. or X) that opens a paragraph and is followed by text, not by a decimal.
func (c *candidate) isRoman() bool {
	if !c.singleX() || !c.opensParagraph() || !isPoint(c.right) && !isOneOf(c.right, ")）") {
		return false
	}
	_, i := c.text.next(c.end)
	if r, _ := c.text.next(i); isDigit(r) || isPoint(r) {
		return false
	}
	r, _ := c.text.next(c.text.skip(i, isBlank))
	return r != 0
}
