package fill

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateTails may follow the unit of a date and belong to it.
var dateTails = []string{"底", "末", "份", "初", "上旬", "中旬", "下旬", "以来", "来", "度"}

// knownParts are the parts of a ratio that are written out before its mark.
var knownParts = []string{"百分之", "千分之", "万分之", "十分之", "1：", "1:", "1∶", "0."}

// clauseReach is how many characters of a clause are read that names stand in, so
// that names without end cost no more than their length.
const clauseReach = 2 * maxLabel

// readClause cuts the words before figure i to its own clause.
func readClause(fs []mention, i int) {
	f := &fs[i]
	f.about, f.whole = -1, -1
	f.before, f.first = leading(fs, i), i == 0
	if i > 0 {
		f.before = fs[i-1].after
	}
	if j := strings.LastIndexAny(f.before, sentenceEnds); j >= 0 {
		f.before, f.first = strings.TrimLeft(f.before[j:], sentenceEnds), true
	}
	f.tail = f.after
	if j := strings.IndexAny(f.after, sentenceEnds+"，,：:、（）()〔\t"); j >= 0 {
		f.tail = f.after[:j]
	}
	if !f.first {
		f.before = dropTail(&fs[i-1], f, f.before)
	}
	f.before = trimOneOff(f.before, knownParts)
	if f.wrapped {
		f.before = trimOneOff(f.before, []string{"（", "(", "【", "“"})
	}
	f.clauses = cutClauses(f.before)
	f.aside = strings.Trim(f.lead(), "-－—− 约为") == "" && strings.ContainsAny(f.before, "（(") && !f.first
	if !f.first {
		f.goOn(&fs[i-1])
	}
}

// lastingWords end the words before a length of time that go on behind it: 破案率
// 连续X年保持X%.
var lastingWords = []string{"连续", "持续"}

// goOn takes the clause of the figure before, where that one stands within the
// clause of f or where the two are members of one list.
func (f *mention) goOn(previous *mention) {
	whole := len(f.clauses) == 1
	switch {
	case whole && slices.Contains(durationUnits, previous.unit) && hasSuffix(previous.lead(), lastingWords):
		f.clauses = previous.clausesWith(trimEnd(previous.lead(), lastingWords, nil) + f.before)
	case f.followsYear(previous):
		f.clauses, f.dated = previous.clauses, true
	case whole && f.kind == KindRank && previous.class == unitOfCount: // 列全省X个市第X位
		f.clauses, previous.among = previous.clausesWith(previous.lead()+f.before), true
	case joins(f.before):
		f.clauses, f.joined = previous.clauses, true
	case whole && f.unit == previous.unit && turnsTo(previous.lead(), f.before) != "":
		f.clauses, f.joined = previous.clausesWith(turnsTo(previous.lead(), f.before)), true
	case whole && previous.class == unitOfName && previous.unit == "" && previous.kind == KindText:
		f.clauses = previous.clausesWith(previous.lead() + f.before) // the name stands within the clause
	}
}

// clausesWith gives the clauses of f with other words for its own.
func (f *mention) clausesWith(lead string) []string {
	last := len(f.clauses) - 1
	return append(f.clauses[:last:last], lastCharacters(lead, clauseReach))
}

// followsYear tells an amount right behind a year: 20XX年X亿元, X年的X%.
func (f *mention) followsYear(previous *mention) bool {
	words := strings.TrimSpace(f.before)
	compared := slices.Contains(comparedFigures, words) && hasSuffix(previous.lead(), yearComparators) // 较20XX年预算X万元
	return previous.class == unitOfYear && previous.kind == KindYear && (words == "" || words == "的" || compared) &&
		(f.class == unitOfMoney || f.class == unitOfMeasure || f.class == unitOfCount || f.class == unitOfPercent)
}

// dropTail takes what belongs to the figure before off the words behind it: the
// rest of a date, and the noun that it counts where a list goes on.
func dropTail(previous, f *mention, before string) string {
	if previous.class == unitOfYear || previous.class == unitOfMonth {
		return trimOne(before, dateTails)
	}
	share := previous.kind == KindPercent && hasPrefix(before, shareAfter) // X%的村、X%的社区
	if previous.kind != KindInteger && previous.kind != KindDecimal && !share {
		return before
	}
	if i := strings.Index(before, "、"); i > 0 && !strings.ContainsAny(before[:i], "，,：:（(") {
		return before[i:]
	}
	noun, _, _ := strings.Cut(before, "（")
	if previous.class == unitOfCount && f.class == unitOfCount && isNoun(noun) && stepBetween(before) == "" && before == noun+bracketed(before[len(noun):]) { // X个县区X个乡镇
		return ""
	}
	for _, w := range listEnds {
		i := strings.Index(before, w)
		if i > 0 && len(previous.tail) > i && utf8.RuneCountInString(before[:i]) <= 8 && (i+len(w) == len(before)) == slices.Contains(conjunctions, w) && !strings.ContainsAny(before[:i], "，,：:（(") {
			return before[i:]
		}
	}
	return before
}

// isNoun tells a short noun: a few letters, none of the words an office's verb.
func isNoun(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 1 || n > 4 || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	return !containsAny(s, verbs) && !containsAny(s, closers)
}

// conjunctions join the last member to a list, which goes on behind them at
// once; listEnds are these and the words that sum a list up.
var (
	conjunctions = []string{"和", "及", "与"}
	listEnds     = []string{"和", "及", "与", "共", "累计"}
)

// turnsTo gives the words of a list's next member that has a change of its own: 同比
// 分别上升, behind 同比分别下降 and 和上升. Empty where it is none.
func turnsTo(lead, before string) string {
	word := trimOne(strings.TrimSpace(before), []string{"、", "和", "及", "与"})
	if word == before || !strings.Contains(lead, "分别") || !slices.Contains(changeWords, word) {
		return ""
	}
	bare := trimEnd(lead, looseWords, nil)
	return bare[:splitLastChange(bare)] + word
}

// joins tells whether nothing but a comma of lists stands between two figures.
func joins(before string) bool {
	return slices.Contains([]string{"、", "和", "及", "与", "以及", ":", "：", "∶", "+"}, strings.TrimSpace(before))
}

// leading gives the raw words between the mark before and mark i.
func leading(fs []mention, i int) string {
	if i == 0 {
		return fs[0].Context[:fs[0].Offset]
	}
	return fs[i-1].joint
}

// between gives the words from a's mark to b's, or to the end of the paragraph.
func between(a *Placeholder, b *mention) string {
	rest := a.Context[a.Offset+len(a.Text):]
	if b == nil {
		return rest
	}
	return rest[:b.Offset-a.Offset-len(a.Text)]
}

// cutClauses cuts at commas, colons, tabs, gaps, and brackets whose other half
// is not in s. Commas of lists (、) join words and do not cut. There is always a last
// clause, be it empty.
func cutClauses(s string) []string {
	var out []string
	start, open := 0, -1
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune("，,：:\t", r), strings.HasPrefix(s[i:], "  "):
			out, start, open = append(out, s[start:i]), end, -1
		case strings.ContainsRune("（(", r):
			open = i
		case strings.ContainsRune("）)", r) && open < 0:
			out, start = append(out, s[start:i]), end
		case strings.ContainsRune("）)", r):
			open = -1
		}
	}
	if open >= 0 {
		_, n := utf8.DecodeRuneInString(s[open:])
		out, start = append(out, s[start:open]), open+n
	}
	return append(out, s[start:])
}
