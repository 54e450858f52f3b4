package fill

import (
	"cmp"
	"strings"
)

// partOpeners open the parts of the amount before.
var partOpeners = []string{"其中", "分别用于", "包括", "分别是", "分别为", "分为"}

// A partList is a list of parts that is being read.
type partList struct {
	total  int    // the amount whose parts are listed; -1 for none
	parts  int    // how many there were so far
	comma  string // what stands between them
	stated bool   // each is told by a verb: 中央资金为X万元
}

var noParts = partList{total: -1}

// readPart tells whether amount i is a part of an earlier one: 资金X亿元，其中：
// 中央资金X亿元、省级资金X亿元. A list goes on with the same unit and the same
// comma, and ends where a deed (已拨付) or a sum is told.
func (t *thread) readPart(i int) {
	f := &t.fs[i]
	t.openList(i)
	if t.total < 0 {
		return
	}
	lead := strings.TrimSpace(f.lead())
	dated := t.dated(i)
	comma := firstCharacters(strings.TrimSpace(t.opening(i)), 1)
	switch {
	case f.unit != t.fs[t.total].unit && strings.HasPrefix(f.before, "、") && parseUnit(f.unit).base == parseUnit(t.fs[t.total].unit).base:
		t.fs[t.total].partial = true
		return
	case f.unit != t.fs[t.total].unit, f.kind == KindPercent && !alike(f, &t.fs[t.total]):
		return
	case t.parts > 0 && (t.leavesList(i) || isStatement(f) && !t.stated):
		t.partList = noParts
		return
	case t.parts > 0 && (hasPrefix(lead, []string{"已", "实际", "调整后"}) || !dated && isVerb(nounPhrase(lead)) || hasPrefix(lead, sums)),
		t.parts > 1 && comma != t.comma && t.fs[i-1].role == roleAmount && t.comma == "、":
		t.about, t.topic = t.total, t.fs[t.total].label
		t.total = -1
		return
	}
	switch t.parts {
	case 0:
		t.stated = isStatement(f)
	case 1:
		t.comma = comma
	}
	t.parts++
	f.whole, f.opener = t.total, cmp.Or(openerIn(t.opening(i)), "（")
	t.topic = t.fs[t.total].label
}

// isStatement tells an amount that is told by a verb, and so is no part of a list
// whose first part is not: 发明专利拥有量达X件, 办理退税X亿元.
func isStatement(f *mention) bool {
	lead := strings.TrimSpace(f.lead())
	return hasSuffix(lead, []string{"达", "达到", "为"}) || hasPrefix(lead, statementVerbs)
}

// statementVerbs are verbs that open no noun.
var statementVerbs = []string{"办理", "完成", "实现", "拨付", "下达", "发放", "受理", "开展", "举办", "召开", "惠及"}

// leavesList tells whether something else was counted since the last part:
// 其中省外资金X亿元，新签约项目X个，协议投资X亿元.
func (t *thread) leavesList(i int) bool {
	f := &t.fs[i-1]
	return f.role == roleAmount && f.kind != KindPercent && f.whole < 0 && f.unit != t.fs[i].unit && nounPhrase(f.lead()) != ""
}

// alike tells two percentages of one measure: 60岁以上人口占X%，其中65岁以上占X%.
func alike(a, b *mention) bool {
	return lastCharacters(nounPhrase(a.lead()), 1) == lastCharacters(nounPhrase(b.lead()), 1)
}

// openList begins the list that figure i opens, within the one that it is in or
// in its place, and ends one in brackets.
func (t *thread) openList(i int) {
	f, words := &t.fs[i], strings.TrimSpace(t.opening(i))
	if t.outer.total >= 0 && hasPrefix(strings.TrimSpace(t.fs[i-1].after), []string{"）", ")"}) {
		t.partList, t.outer = t.outer, noParts
	}
	switch inPart := i > 0 && t.total >= 0 && t.fs[i-1].whole == t.total; {
	case f.joined:
	case inPart && hasPrefix(words, []string{"（", "("}) && t.fs[i-1].unit == f.unit:
		t.partList, t.outer = partList{total: i - 1}, t.partList
	case openerIn(words) == "":
	case !inPart:
		t.partList = partList{total: t.wholeBefore(i)}
	default: // a part of the part before, or of the whole: the words do not say
		t.partList = noParts
	}
}

// listGoesOn tells whether figure i, behind a semicolon, is one more part of a
// list whose parts are told with their shares, X万元，占X%；, or whose parts are
// of one noun: 其中：税收收入X万元，增长X%；非税收入X万元，
func (t *thread) listGoesOn(i int) bool {
	if t.total < 0 || i == 0 || strings.Trim(firstCharacters(behindClauses(t.fs[i-1].after), 1), "；;") != "" {
		return false
	}
	if isPartShare(&t.fs[i-1]) && t.sharesPart(i) {
		return true
	}
	part := i - 1
	for part > 0 && i-part < 3 && t.fs[part].role == roleChange && t.fs[part].phrase == "" {
		part--
	}
	own, before := nounPhrase(t.fs[i].lead()), t.fs[part].phrase
	return t.fs[part].whole == t.total && len(t.fs[i].clauses) == 1 && len(before) >= len("经费") && strings.HasSuffix(own, lastCharacters(before, 2)) && own != before
}

// behindClauses drops the clauses without a figure that lead up to a semicolon:
// X万元，主要包括工资、津贴；
func behindClauses(after string) string {
	if i := strings.IndexAny(after, sentenceEnds); i > 0 {
		return after[i:]
	}
	return strings.TrimSpace(after)
}

// sharesPart tells whether amount i is followed by its share, its change aside.
func (t *thread) sharesPart(i int) bool {
	for j := i + 1; j < len(t.fs) && j <= i+2 && !t.fs[j].first && t.fs[j].kind == KindPercent; j++ {
		if isPartShare(&t.fs[j]) {
			return true
		}
	}
	return false
}

// isPartShare tells 占X% behind a part.
func isPartShare(f *mention) bool {
	lead := trimEnd(strings.TrimSpace(f.lead()), looseWords, nil)
	return f.kind == KindPercent && (lead == "占" || lead == "占比" || strings.HasPrefix(lead, "占") && strings.HasSuffix(lead, "的"))
}

// dated tells whether a time stands right before figure i in its clause: X年发行X亿元.
func (t *thread) dated(i int) bool {
	return i > 0 && !t.fs[i].first && t.fs[i-1].role == roleMoment && len(t.fs[i].clauses) == 1
}

// opening gives the words between the amount before and figure i, a time aside.
func (t *thread) opening(i int) string {
	if t.dated(i) {
		return t.fs[i-1].before
	}
	return t.fs[i].before
}

// openerIn gives the word by which the words before a figure open a list of parts.
func openerIn(before string) string {
	for _, w := range partOpeners {
		if strings.Contains(before, w) {
			return w
		}
	}
	return ""
}

// wholeBefore finds the nearest amount of the same unit that is no part itself
// and does not stand in brackets; -1 for none.
func (t *thread) wholeBefore(i int) int {
	for j := i - 1; j >= 0 && j > i-searchReach; j-- {
		f := &t.fs[j]
		if f.role == roleAmount && f.unit == t.fs[i].unit && f.whole < 0 && !f.aside {
			return j
		}
		if f.sentence < t.fs[i].sentence-1 {
			return -1
		}
	}
	return -1
}
