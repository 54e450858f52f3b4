package fill

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mention is a placeholder as a reader of its sentence takes it.
type mention struct {
	*Placeholder
	kind  Kind
	unit  string
	class unitClass

	sentence int      // index of its sentence in the document
	first    bool     // the first figure of its sentence
	before   string   // the words between the figure before, with its unit, and this one; within the sentence
	clauses  []string // before, cut at commas, colons and brackets; the last one touches the mark
	joint    string   // the words between its mark and the next one; of the last in a paragraph, all the rest
	after    string   // the words behind its unit up to the next mark
	tail     string   // after, up to the first comma or stop
	linked   bool     // the next mark follows at once, behind a hyphen, a comma of lists or a colon
	listed   bool     // one of the figures that 分别 deals out
	joined   bool     // a further member of a list that shares the clause of the first: X和X%
	wrapped  bool     // brackets hold it alone, and its unit stands behind them: （X）万元
	dated    bool     // a year stands between it and the words of its clause: 由X年的X亿元
	among    bool     // how many there are among whom the next figure is a rank
	aside    bool     // in brackets, alone or behind a minus sign: （-X%）

	role     role
	label    string
	phrase   string // the noun phrase of its own clause
	topic    string // what the sentence speaks of when it comes to the figure
	compared string // of a reference: the comparison that it opens, such as 比上年
	about    int    // the figure, in its paragraph, that a change, share or reference speaks of; -1 for none
	opener   string // of the first part: the word that opens the list
	spans    bool   // the other end of its range is written out: X—12月
	step     string // 由X%提高到X%: what tells the two apart in their labels
	risen    bool   // the second of them
	from     int    // of the second, the first
	whole    int    // the figure of which it is a part (其中); -1 for none
}

// lead is the clause that touches the mark.
func (f *mention) lead() string { return f.clauses[len(f.clauses)-1] }

// linkWords are what may stand between the marks of a range, a list or a ratio.
var linkWords = []string{"-", "－", "—", "–", "~", "～", "至", "到", "、", "和", "与", "及", ":", "：", "∶", "+", "＋", "/", "或"}

// mentions reads the certain placeholders of ps, in reading order. It is linear
// in the text between the marks, however many share a paragraph.
func mentions(ps []Placeholder) []mention {
	out := make([]mention, 0, len(ps))
	for i := range ps {
		if ps[i].Doubtful == "" {
			out = append(out, mention{Placeholder: &ps[i]})
		}
	}
	for paragraph := range byParagraph(out) {
		readParagraph(paragraph)
	}
	numberSentences(out)
	return out
}

// byParagraph goes through the figures paragraph by paragraph.
func byParagraph(fs []mention) iter.Seq[[]mention] {
	return func(yield func([]mention) bool) {
		for start := 0; start < len(fs); {
			end := start + 1
			for end < len(fs) && sameParagraph(fs[start].Placeholder, fs[end].Placeholder) {
				end++
			}
			if !yield(fs[start:end]) {
				return
			}
			start = end
		}
	}
}

// sameParagraph compares the text too: the paragraphs of WordprocessingML and
// of DrawingML are counted apart.
func sameParagraph(a, b *Placeholder) bool {
	return a.Part == b.Part && a.Paragraph == b.Paragraph && a.Offset < b.Offset && a.Context == b.Context
}

// readParagraph tells kinds from the right, because a range, a list or a ratio
// takes its unit from its last member, and words from the left, because a
// clause starts behind the unit of the figure before.
func readParagraph(fs []mention) {
	for i := range fs {
		var next *mention
		if i+1 < len(fs) {
			next = &fs[i+1]
		}
		fs[i].joint = between(fs[i].Placeholder, next)
		fs[i].linked = next != nil && slices.Contains(linkWords, strings.TrimSpace(fs[i].joint))
	}
	for i := len(fs) - 1; i >= 0; i-- {
		readKind(fs, i)
	}
	for i := range fs {
		readClause(fs, i)
	}
}

// dateTails may follow the unit of a date and belong to it.
var dateTails = []string{"底", "末", "份", "初", "上旬", "中旬", "下旬", "以来", "来", "度"}

// knownParts are the parts of a ratio that are written out before its mark.
var knownParts = []string{"百分之", "千分之", "万分之", "十分之", "1：", "1:", "1∶"}

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
	switch last := len(f.clauses) - 1; {
	case f.first:
	case last == 0 && slices.Contains(durationUnits, fs[i-1].unit) && hasSuffix(fs[i-1].lead(), []string{"连续", "持续"}):
		before := fs[i-1].clauses // 破案率连续X年保持X%
		f.clauses = append(slices.Clone(before[:len(before)-1]), lastCharacters(trimEnd(fs[i-1].lead(), []string{"连续", "持续"}, nil)+f.before, clauseReach))
	case f.followsYear(&fs[i-1]):
		f.clauses, f.dated = fs[i-1].clauses, true
	case last == 0 && f.kind == KindRank && fs[i-1].class == unitOfCount: // 列全省X个市第X位
		before := fs[i-1].clauses
		f.clauses, fs[i-1].among = append(slices.Clone(before[:len(before)-1]), lastCharacters(fs[i-1].lead()+f.before, clauseReach)), true
	case joins(f.before):
		f.clauses, f.joined = fs[i-1].clauses, true
	case last == 0 && f.unit == fs[i-1].unit && turnsTo(fs[i-1].lead(), f.before) != "":
		before := fs[i-1].clauses // 分别下降X%、X%和上升X%
		f.clauses, f.joined = append(slices.Clone(before[:len(before)-1]), turnsTo(fs[i-1].lead(), f.before)), true
	case last == 0 && fs[i-1].class == unitOfName && fs[i-1].unit == "" && fs[i-1].kind == KindText:
		f.clauses = append(fs[i-1].clauses[:last:last], lastCharacters(fs[i-1].lead()+f.before, clauseReach)) // the name stands within the clause
	}
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

// numberSentences counts the sentences; a paragraph starts one.
func numberSentences(fs []mention) {
	n := -1
	for i := range fs {
		if fs[i].first {
			n++
		}
		fs[i].sentence = n
	}
}
