package fill

import (
	"strings"
	"unicode/utf8"
)

// A thread is what a reader has in mind while going through a paragraph.
type thread struct {
	fs    []mention
	about int    // the last amount; -1 for none
	total int    // the amount whose parts are being listed; -1 for none
	parts int    // how many parts there were so far
	comma string // what stands between the parts
	verb  string // the verb of the last amount: 评选市级名师X名、骨干教师X名
	topic string // what the sentence speaks of
}

// describe gives every figure its role, label, phrase and topic.
func describe(fs []mention) {
	for start := 0; start < len(fs); {
		end := start + 1
		for end < len(fs) && sameParagraph(fs[start].Placeholder, fs[end].Placeholder) {
			end++
		}
		t := thread{fs: fs[start:end], about: -1, total: -1}
		for i := range t.fs {
			t.read(i)
		}
		start = end
	}
}

// read describes figure i and carries the thread on: 财政收入完成X亿元，同比下降X%
// speaks of 财政收入 to its end.
func (t *thread) read(i int) {
	f := &t.fs[i]
	f.role = readRole(t.fs, i)
	if isBareCell(f) {
		f.phrase = cellPhrase(f)
		f.label = f.phrase
		return
	}
	if f.first {
		t.total = -1
	}
	if own := clauseTopic(f.clauses[:len(f.clauses)-1]); own != "" && !f.joined && (f.first || f.role == change) && f.role != moment {
		t.topic = own
	}
	if f.role == amount {
		t.readPart(i)
	}
	f.topic = t.topic
	f.label = shorten(labelers[f.role](t, i))
	if f.role == amount && !isVerb(f.phrase) {
		t.about, t.topic, t.verb = i, f.label, leadingVerb(f.label)
	}
}

// labelers make the label of a figure by its role. They also set its phrase.
var labelers = map[role]func(t *thread, i int) string{
	amount:    (*thread).labelAmount,
	whole:     (*thread).labelWhole,
	change:    (*thread).labelChange,
	reference: (*thread).labelReference,
	share:     (*thread).labelShare,
	position:  (*thread).labelPosition,
	moment:    (*thread).labelMoment,
	word:      (*thread).labelWord,
	serial:    (*thread).labelSerial,
	lasting:   (*thread).labelLasting,
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

// isBareCell tells a table's cell that holds nothing but a figure and its unit.
func isBareCell(f *mention) bool {
	return (f.Row != "" || f.Column != "") && len(f.Context) < 64 &&
		strings.TrimSpace(f.Context[:f.Offset]) == "" && strings.TrimSpace(f.after) == ""
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

// labelAmount names what there is so much of.
func (t *thread) labelAmount(i int) string {
	f := &t.fs[i]
	lead := strings.TrimSpace(f.lead())
	phrase, tail := nounPhrase(lead), t.tail(i)
	if rest, ok := cutAny(lead, []string{"以上的", "以下的", "以上", "以下"}); ok && i > 0 && !f.first {
		phrase = t.fs[i-1].phrase + lead[:len(lead)-len(rest)] + nounPhrase(rest)
	}
	f.phrase = phrase
	switch {
	case phrase == "" && hasSuffix(lead, sums):
		return strings.TrimLeft(lead, "，、")
	case phrase == "" && hasPrefix(lead, seasons) && hasPrefix(f.topic, seasons):
		return trimOneOf(lead, seasons) + trimOne(f.topic, seasons)
	case phrase == "" && tail != "":
		f.phrase = tail
		return tail
	case phrase == "":
		return orHeading(f, f.topic)
	case isVerb(phrase):
		return t.labelDeed(f, phrase, cutPredicate(tail))
	case contains(openEnds, phrase) && f.topic != "":
		return trimEnd(f.topic, attributes, nil) + phrase
	case f.kind == KindPercent && strings.HasSuffix(phrase, "率") && verbIndex[strings.TrimSuffix(phrase, "率")]:
		return t.labelRate(f, phrase)
	case f.class == count && tail != "" && utf8.RuneCountInString(phrase) < 12:
		return phrase + cutPredicate(tail)
	case hasPrefix(phrase, attributes) && f.topic != "" && !strings.HasPrefix(phrase, f.topic):
		return trimEnd(f.topic, attributes, nil) + phrase
	case strings.HasPrefix(f.before, "、") && t.verb != "" && !hasPrefix(phrase, verbs) && i > 0 && t.fs[i-1].unit == f.unit && f.whole < 0:
		return t.verb + phrase
	}
	return fromVerb(phrase)
}

// labelRate says of what the rate of a deed is: 拨付率.
func (t *thread) labelRate(f *mention, rate string) string {
	noun := t.noun(f)
	if strings.Contains(noun, strings.TrimSuffix(rate, "率")) || strings.HasSuffix(noun, "率") {
		return rate
	}
	return noun + rate
}

// tail is the noun behind figure i, or behind the last of its ratio or sum. Where
// the next figure follows in the same clause, what the noun does is that one's.
func (t *thread) tail(i int) string {
	f := &t.fs[i]
	for n := 0; f.linked && n < reach && joins(f.joint); n++ {
		i++
		f = &t.fs[i]
	}
	if i+1 < len(t.fs) && f.tail == f.after {
		return cutPredicate(tailNoun(f))
	}
	return tailNoun(f)
}

// openEnds are phrases that say whose share of the topic a figure is.
var openEnds = []string{"人均", "户均", "村均", "亩均", "日均", "月均", "年均"}

// labelDeed completes a verb that stands alone: 已拨付X万元 by the noun that the
// sentence speaks of, X家企业 by its own.
func (t *thread) labelDeed(f *mention, verb, tail string) string {
	switch noun := t.noun(f); {
	case tail != "":
		return verb + tail
	case noun != f.topic && strings.HasPrefix(f.topic, noun):
		return noun + verb
	default:
		return verb + noun
	}
}

// noun is the topic without its verb: 安排公共卫生补助资金, 棚户区改造计划开工.
func (t *thread) noun(f *mention) string {
	if s := core(f.topic); s != f.topic {
		return s
	}
	for _, w := range verbs {
		if rest, ok := strings.CutSuffix(f.topic, w); ok && utf8.RuneCountInString(rest) >= 2 {
			return trimEnd(rest, adverbs, nil)
		}
	}
	return f.topic
}

// labelWhole names the figure of which the next one is a share.
func (t *thread) labelWhole(i int) string {
	f := &t.fs[i]
	f.about = t.about
	lead := strings.TrimSpace(f.lead())
	f.phrase = strings.Trim(trimEnd(trimOneBack(lead, sharers), closers, closeWords), "、 ")
	if f.phrase == "" {
		return orHeading(f, f.topic)
	}
	return f.phrase
}

// labelReference names the figure of the other time.
func (t *thread) labelReference(i int) string {
	f := &t.fs[i]
	f.about = t.about
	lead := f.lead()
	if f.aside {
		lead = f.outer()
		if p := t.fs[i-1]; p.role == moment && lead == "" || strings.HasPrefix(f.before, "份") {
			f.compared = "比" + p.label
			return p.label + trimEnd(t.fs[max(t.about, 0)].label, changes, nil)
		}
	}
	lead = strings.TrimSuffix(trimEnd(strings.Trim(lead, " 、"), loose, nil), "的")
	when := ""
	for _, w := range earlier {
		if strings.HasSuffix(lead, w) && len(w) > len(when) {
			when = w
		}
	}
	own := strings.TrimSuffix(lead, when)
	for _, w := range []string{"比", "较", "与", "由", "从"} {
		if rest, ok := strings.CutSuffix(own, w); ok {
			own, f.compared = rest, w+when
			break
		}
	}
	own = nounPhrase(own)
	j, named := t.resolve(i, own)
	f.about, f.phrase = j, own
	switch {
	case own == "" || named && j != t.about || contains(attributes, own) && !f.aside:
		own = core(t.labelAt(f.about, f.topic))
	case hasPrefix(own, attributes):
		own = f.topic + own
	default:
		t.topic, f.topic = own, own
		if !named {
			f.about = -1
		}
	}
	return when + own
}

// resolve finds the amount that a noun in a comparison names again: 计划整合规模
// speaks of 计划整合涉农资金. It is the last amount where none is named.
func (t *thread) resolve(i int, own string) (figure int, named bool) {
	stem := trimEnd(own, attributes, nil)
	if utf8.RuneCountInString(stem) < 2 {
		return t.about, false
	}
	for j := i - 1; j >= 0 && j > i-reach && t.fs[j].sentence == t.fs[i].sentence; j-- {
		if t.fs[j].role == amount && t.fs[j].whole < 0 && strings.Contains(t.fs[j].label, stem) {
			return j, true
		}
	}
	return t.about, false
}

// reach is how many figures back a sentence is searched, so that a list without
// end costs no more than its length.
const reach = 24

func (t *thread) labelAt(i int, otherwise string) string {
	if i < 0 {
		return otherwise
	}
	return t.fs[i].label
}

// labelChange names whose change it is and against what.
func (t *thread) labelChange(i int) string {
	f := &t.fs[i]
	clause := trimEnd(strings.Trim(f.lead(), " 、"), loose, nil)
	at := splitChange(clause)
	f.about = t.about
	own := nounPhrase(strings.TrimSuffix(strings.TrimSpace(clause[:at]), "分别"))
	if j := t.counterpart(i); j >= 0 && own == "" {
		f.about = j
		return t.fs[j].label + strings.ReplaceAll(clause[at:], "分别", "")
	}
	compared := ""
	if i > 0 && t.fs[i-1].role == reference && own == "" {
		r := &t.fs[i-1]
		f.about, compared = r.about, r.compared
		if contains(attributes, r.phrase) && r.aside {
			compared = r.phrase + compared
		}
	}
	f.phrase = own
	subject := own
	switch {
	case own == "":
		subject, _, _ = strings.Cut(orHeading(f, t.labelAt(f.about, f.topic)), "每")
	case contains(attributes, own):
		subject = f.topic + own
	default:
		f.about = -1
		t.topic = own
	}
	return subject + compared + clause[at:]
}

// splitChange gives the byte at which a clause's comparison or change starts.
func splitChange(clause string) int {
	if at := splitComparison(clause); at >= 0 {
		return at
	}
	for _, w := range changes {
		if rest, ok := strings.CutSuffix(clause, w); ok {
			return len(rest)
		}
	}
	return len(clause)
}

// counterpart matches the members of 分别增长X%、X% to the amounts before them; -1
// where there are none.
func (t *thread) counterpart(i int) int {
	first, last := i, i
	for first > 0 && i-first < reach && t.fs[first].joined {
		first--
	}
	for last+1 < len(t.fs) && last-i < reach && t.fs[last+1].joined {
		last++
	}
	if !strings.Contains(t.fs[first].lead(), "分别") {
		return -1
	}
	j := first - (last - first + 1) + (i - first)
	if j < 0 || t.fs[j].sentence != t.fs[i].sentence || t.fs[j].role != amount {
		return -1
	}
	return j
}

// labelShare names what a part it is of what.
func (t *thread) labelShare(i int) string {
	f := &t.fs[i]
	f.about = t.about
	lead := strings.TrimSuffix(strings.TrimSpace(f.lead()), "的")
	if strings.Trim(lead, "的 ") == "" && i > 0 && t.fs[i-1].role == whole { // 占预算安排X亿元的X%
		lead = t.fs[i-1].lead()
		f.about = t.fs[i-1].about
	}
	part, rest, found := strings.Cut(lead, "占")
	rest = trimEnd(trimEnd(trimEnd(rest, closers, closeWords), []string{"比重", "比例"}, nil), []string{"的"}, nil)
	f.phrase = rest
	if !found {
		rest = trimEnd(strings.Trim(lead, "、 "), closers, closeWords)
		f.phrase = trimOneBack(rest, sharers)
		return rest + "比例"
	}
	if own := nounPhraseWithTime(part); own != "" {
		j, named := t.resolve(i, own)
		if f.about, f.topic = j, own; !named {
			f.about = -1
		}
	}
	f.label = f.topic + "占" + rest + "比重"
	t.topic = f.label
	return f.label
}

// labelPosition names whose place it is and among whom.
func (t *thread) labelPosition(i int) string {
	f := &t.fs[i]
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
		subject = f.topic
	case hasPrefix(subject, attributes):
		subject = f.topic + subject
	default:
		if rest := trimEnd(subject, attributes, nil); rest != subject {
			t.topic = rest // 财政收入总量居…，增幅居…
		}
	}
	return subject + lead[at:] + "位次"
}

// labelSerial names what is numbered.
func (t *thread) labelSerial(i int) string {
	f := &t.fs[i]
	if s, ok := serials[f.unit]; ok {
		return s
	}
	return f.unit + "次"
}

// serials are the labels of ordinal numbers by their unit.
var serials = map[string]string{"届": "届次", "次": "次数", "季度": "季度", "期": "期次", "批": "批次", "号": "编号", "年": "年序"}

// labelLasting names a length of time.
func (t *thread) labelLasting(i int) string {
	f := &t.fs[i]
	if s := nounPhrase(f.lead()); s != "" {
		return s
	}
	return strings.TrimLeft(f.lead(), "，、 ") + strings.TrimPrefix(f.unit, "个") + "数"
}
