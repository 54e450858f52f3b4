package fill

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// momentNames are the stems of the labels of times.
var momentNames = map[Kind]string{KindYear: "年份", KindMonth: "月份", KindDay: "日期", KindDate: "日期"}

// labelMoment names a year, month or day by its use.
func (t *thread) labelMoment(i int) string {
	f := &t.fs[i]
	base := momentNames[f.kind]
	lead := strings.TrimSpace(f.lead())
	switch {
	case t.ranges(i) || f.spans:
		return "起始" + base
	case i > 0 && t.ranges(i-1), endsRange(f.before):
		return "截止" + base
	case i > 0 && strings.TrimSpace(f.before) == "" && !f.first && t.fs[i-1].role == roleMoment:
		return strings.TrimSuffix(t.fs[i-1].label, momentNames[t.fs[i-1].kind]) + base
	case hasSuffix(lead, stepStarts):
		return "起始" + base
	case i > 1 && t.fs[i-1].dated && stepBetween(f.before) != "":
		return "截止" + base
	case hasSuffix(lead, []string{"截至", "截止", "截止到", "截至到", "至"}):
		return "截至" + base
	case hasSuffix(lead, []string{"与", "较", "比", "同"}):
		return "对比" + base
	case strings.HasSuffix(lead, "的") && utf8.RuneCountInString(lead) <= 14:
		return trimOne(lead, []string{"比", "较", "与"}) + base
	}
	return base
}

// ranges tells whether time i is the first of a range: X-X月份.
func (t *thread) ranges(i int) bool {
	f := &t.fs[i]
	return f.opensRange() && i+1 < len(t.fs) && t.fs[i+1].kind == f.kind && f.role == roleMoment && !joins(f.after)
}

// opensRange tells a figure behind which, or behind whose unit, the other end of a
// range stands: X-X月份, 20XX年—20XX年.
func (f *mention) opensRange() bool {
	return f.linked || slices.Contains(linkWords, strings.TrimSpace(f.after))
}

// endsRange tells whether the words end in a number and a hyphen: 1-X月份, 一至X季度.
func endsRange(before string) bool {
	before = strings.TrimRight(before, " ")
	rest := trimEnd(before, []string{"-", "－", "—", "–", "~", "～", "至"}, nil)
	return rest != before && strings.ContainsAny(lastCharacters(rest, 1), "0123456789一二三四五六七八九十")
}

// momentAbout gives the words of the clause behind a time that stands at fs[i].
func momentAbout(fs []mention, i int) string {
	j := i
	for j+1 < len(fs) && j-i < searchReach && fs[j+1].role == roleMoment && (fs[j+1].joined || strings.TrimSpace(fs[j+1].before) == "") {
		j++
	}
	for _, c := range cutClauses(strings.TrimLeft(trimOne(fs[j].after, dateTails), sentenceEnds)) {
		c = nounPhrase(strings.Trim(c, sentenceEnds))
		if utf8.RuneCountInString(c) < 2 || slices.Contains(idle, c) || slices.Contains(comparedFigures, c) {
			continue
		}
		return firstCharacters(c, 12)
	}
	return ""
}
