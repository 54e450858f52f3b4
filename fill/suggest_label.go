package fill

import (
	"strings"
	"unicode/utf8"
)

// describe gives every figure its role, label, phrase and topic.
func describe(fs []mention) {
	for start := 0; start < len(fs); {
		end := start + 1
		for end < len(fs) && sameParagraph(fs[start].Placeholder, fs[end].Placeholder) {
			end++
		}
		describeParagraph(fs[start:end])
		start = end
	}
}

// describeParagraph walks from left to right and carries the topic along:
// 财政收入完成X亿元，同比下降X% speaks of 财政收入 to its end.
func describeParagraph(fs []mention) {
	topic, verb := "", ""
	for i := range fs {
		f := &fs[i]
		f.role = f.readRole()
		if f.Row != "" || f.Column != "" {
			f.phrase = cellPhrase(f)
			f.label = f.phrase
			continue
		}
		if own := clauseTopic(f.clauses[:len(f.clauses)-1]); own != "" && (f.first || f.role == change) {
			topic = own
		}
		f.topic = topic
		f.label = labelers[f.role](fs, i, verb)
		if f.role == amount {
			topic = core(f.label)
			verb = leadingVerb(f.label)
		}
		f.label = shorten(f.label)
	}
}

// labelers make the label of a figure by its role. They also set its phrase.
var labelers = map[role]func(fs []mention, i int, verb string) string{
	amount:    labelAmount,
	change:    labelChange,
	reference: labelReference,
	share:     labelShare,
	position:  labelPosition,
	moment:    labelMoment,
	word:      labelWord,
	serial:    labelSerial,
}

// maxLabel is the longest label in characters.
const maxLabel = 24

// shorten keeps the end of a label, where the noun stands.
func shorten(s string) string {
	runes := []rune(s)
	if len(runes) <= maxLabel {
		return s
	}
	if i := strings.LastIndex(string(runes[:len(runes)-4]), "的"); i > 0 && utf8.RuneCountInString(s[i:]) <= maxLabel {
		return s[i+len("的"):]
	}
	return string(runes[len(runes)-maxLabel:])
}

// cellPhrase joins the headers of a table's cell, without the unit.
func cellPhrase(f *mention) string {
	return withoutUnit(f.Row) + withoutUnit(f.Column)
}

func withoutUnit(header string) string {
	if _, class := unitInHeader(header); class != noUnit {
		header = header[:max(strings.LastIndexAny(header, "（("), 0)]
	}
	return strings.TrimSpace(header)
}

// clauseTopic gives the topic that the clauses ahead of a figure's own name,
// the nearest first: 在财政收入方面.
func clauseTopic(clauses []string) string {
	for i := len(clauses) - 1; i >= 0; i-- {
		c := trimStart(nounPhrase(clauses[i]), []string{"在", "对", "从", "围绕"})
		c = trimEnd(c, []string{"方面", "上", "情况", "中"})
		if utf8.RuneCountInString(c) >= 2 && !contains(idle, c) {
			return c
		}
	}
	return ""
}

// nounPhrase takes the words off a clause that do not name its figure.
func nounPhrase(clause string) string {
	clause = strings.Trim(clause, " 、“”\"")
	s := trimStart(clause, openers)
	if rest, ok := cutScope(s); ok {
		s = trimStart(rest, openers)
	}
	for {
		t := trimEnd(trimEnd(s, loose), closers)
		if t == s {
			return strings.Trim(s, " 、")
		}
		s = t
	}
}

// cutScope takes 全市 and the like off where a noun remains.
func cutScope(s string) (string, bool) {
	for _, w := range scopes {
		if rest, ok := strings.CutPrefix(s, w); ok && utf8.RuneCountInString(trimStart(rest, openers)) >= 4 {
			return rest, true
		}
	}
	return s, false
}

// core takes the verbs off the front of a label: 安排公共卫生补助资金 speaks of 公共卫生补助资金.
func core(label string) string {
	for _, w := range verbs {
		if rest, ok := strings.CutPrefix(label, w); ok && utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
	}
	return label
}

// leadingVerb is the verb that core takes off.
func leadingVerb(label string) string {
	return strings.TrimSuffix(label, core(label))
}

// isVerb tells a phrase that is a verb alone: 已拨付.
func isVerb(phrase string) bool {
	return contains(verbs, trimStart(phrase, adverbs)) && phrase != ""
}

// labelAmount names what there is so much of.
func labelAmount(fs []mention, i int, verb string) string {
	f := &fs[i]
	phrase := nounPhrase(f.lead())
	tail := tailNoun(f)
	f.phrase = phrase
	countable := f.class == count
	switch {
	case phrase == "" && hasSuffix(strings.TrimSpace(f.lead()), sums):
		return trimStart(f.lead(), openersOfSums)
	case phrase == "" && tail != "":
		f.phrase = tail
		return tail
	case phrase == "":
		return orHeading(f, f.topic)
	case isVerb(phrase) && tail != "":
		return phrase + tail
	case isVerb(phrase):
		return phrase + core(f.topic)
	case countable && tail != "" && utf8.RuneCountInString(phrase) < 12:
		return phrase + tail
	case hasPrefix(phrase, attributes) && f.topic != "" && !strings.HasPrefix(phrase, f.topic):
		return f.topic + phrase
	case strings.HasPrefix(f.before, "、") && verb != "" && !hasPrefix(phrase, verbs) && i > 0 && fs[i-1].unit == f.unit:
		return verb + phrase
	}
	return phrase
}

// tailNoun gives the noun behind a figure's unit: X个支部.
func tailNoun(f *mention) string {
	tail := strings.TrimSpace(f.tail)
	tail = trimStart(tail, []string{"的", "以上的", "以上"})
	if hasPrefix(tail, tailStops) {
		return ""
	}
	tail = trimEnd(tail, tailEnds)
	if utf8.RuneCountInString(tail) > 12 {
		return string([]rune(tail)[:12])
	}
	return tail
}

func orHeading(f *mention, topic string) string {
	if topic != "" {
		return topic
	}
	return f.Heading
}

// labelChange names whose change it is and against what.
func labelChange(fs []mention, i int, _ string) string {
	f := &fs[i]
	clause := trimEnd(strings.Trim(f.lead(), " 、"), loose)
	at := splitComparison(clause)
	if at < 0 {
		at = len(clause)
		for _, w := range changes {
			if rest, ok := strings.CutSuffix(clause, w); ok {
				at = len(rest)
				break
			}
		}
	}
	if at == 0 {
		if _, rest := partsOf(fs, i); rest != "" {
			f.topic = rest
		}
	}
	f.phrase = nounPhrase(clause[:at])
	subject := f.phrase
	switch {
	case subject == "":
		subject = orHeading(f, f.topic)
	case contains(attributes, subject):
		subject = f.topic + subject
	}
	if strings.HasPrefix(subject, clause[at:]) {
		return subject
	}
	return core(subject) + clause[at:]
}

// partsOf matches the members of 分别增长X%、X% to the amounts before them.
func partsOf(fs []mention, i int) (role, string) {
	first := i
	for first > 0 && !strings.Contains(fs[first].before, "分别") && joins(fs[first].before) {
		first--
	}
	if !strings.Contains(fs[first].before, "分别") {
		return amount, ""
	}
	last := i
	for last+1 < len(fs) && joins(fs[last+1].before) {
		last++
	}
	j := first - (last - first + 1) + (i - first)
	if j < 0 || fs[j].sentence != fs[i].sentence {
		return amount, ""
	}
	return fs[j].role, core(fs[j].label)
}

// joins tells whether nothing but a comma of lists stands between two figures.
func joins(before string) bool {
	return contains([]string{"、", "和", "，", "及", "与"}, strings.TrimSpace(before))
}

// labelReference names the figure of the other time.
func labelReference(fs []mention, i int, _ string) string {
	f := &fs[i]
	lead := strings.TrimSuffix(trimEnd(strings.Trim(f.lead(), " 、"), loose), "的")
	when := ""
	for _, w := range earlier {
		if strings.HasSuffix(lead, w) && len(w) > len(when) {
			when = w
		}
	}
	return when + core(f.topic)
}

// labelShare names what a part it is of what.
func labelShare(fs []mention, i int, _ string) string {
	f := &fs[i]
	whole := nounPhrase(strings.TrimSuffix(strings.TrimSpace(f.lead()), "的"))
	if whole == "" && i > 0 && fs[i-1].sentence == f.sentence { // 占预算安排X亿元的X%
		whole = fs[i-1].phrase
		f.topic = fs[i-1].topic
	}
	part, rest, found := strings.Cut(whole, "占")
	if found {
		if part = nounPhrase(part); part == "" {
			part = core(f.topic)
		}
		return part + "占" + nounPhrase(rest) + "比重"
	}
	if hasPrefix(whole, []string{"完成", "达到"}) {
		return whole + "比例"
	}
	return core(f.topic) + "占" + whole + "比重"
}

// labelPosition names whose place it is and among whom.
func labelPosition(fs []mention, i int, _ string) string {
	f := &fs[i]
	lead := nounPhrase(strings.TrimSuffix(strings.TrimSpace(f.lead()), "第"))
	at := len(lead)
	for _, w := range rankBefore {
		if j := strings.LastIndex(lead, w); j >= 0 {
			at = min(at, j)
		}
	}
	subject := nounPhrase(strings.TrimRight(lead[:at], "位"))
	switch {
	case subject == "":
		subject = core(f.topic)
	case hasPrefix(subject, attributes):
		subject = core(f.topic) + subject
	}
	return subject + lead[at:] + "位次"
}

// labelMoment names a year, month or day by its use.
func labelMoment(fs []mention, i int, _ string) string {
	f := &fs[i]
	base := map[Kind]string{KindYear: "年份", KindMonth: "月份", KindDay: "日期"}[f.kind]
	before := f.before
	switch {
	case f.linked && i+1 < len(fs) && fs[i+1].kind == f.kind && f.joint != "、":
		return "起始" + base
	case i > 0 && fs[i-1].linked && fs[i-1].kind == f.kind && fs[i-1].joint != "、", endsRange(before):
		return "截止" + base
	case i > 0 && strings.TrimSpace(before) == "" && fs[i-1].role == moment:
		return strings.TrimSuffix(fs[i-1].label, map[Kind]string{KindMonth: "年份", KindDay: "月份"}[f.kind]) + base
	case hasSuffix(before, []string{"截至", "截止", "截止到", "截至到", "至"}):
		return "截至" + base
	case hasSuffix(before, []string{"与", "较", "比", "同"}):
		return "对比" + base
	}
	return base
}

// endsRange tells whether the words end in a number and a hyphen: 1-X月份.
func endsRange(before string) bool {
	before = strings.TrimRight(before, " ")
	rest := trimEnd(before, []string{"-", "－", "—", "–", "~", "～", "至"})
	return rest != before && rest != "" && rest[len(rest)-1] >= '0' && rest[len(rest)-1] <= '9'
}

// labelWord names a text by the noun that follows.
func labelWord(fs []mention, i int, _ string) string {
	f := &fs[i]
	after := f.joint
	if f.linked {
		after = fs[i+1].joint
	}
	after = strings.TrimPrefix(strings.TrimSpace(after), "等")
	if w, c := wordAt(after); c == name {
		if s, ok := nameLabels[w]; ok {
			return s
		}
		return w + "名称"
	}
	if s := nounPhrase(f.lead()); s != "" && endsClause(f.joint) {
		return s
	}
	if s := tailNoun(f); s != "" {
		return s + "名称"
	}
	return orHeading(f, f.topic)
}

// labelSerial names what is numbered.
func labelSerial(fs []mention, i int, _ string) string {
	f := &fs[i]
	return tailNoun(f) + f.unit + "次序"
}
