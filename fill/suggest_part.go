package fill

import "strings"

// partOpeners open the parts of the amount before.
var partOpeners = []string{"其中", "分别用于", "包括", "分别是", "分别为", "分为"}

// readPart tells whether amount i is a part of an earlier one: 资金X亿元，其中：
// 中央资金X亿元、省级资金X亿元. A list goes on with the same unit and the same
// comma, and ends where a deed (已拨付) or a sum is told.
func (t *thread) readPart(i int) {
	f := &t.fs[i]
	if f.openedBy() != "" {
		t.total, t.parts, t.comma = t.wholeBefore(i), 0, ""
	}
	if t.total < 0 {
		return
	}
	lead := strings.TrimSpace(f.lead())
	comma := firstRune(strings.TrimSpace(f.before))
	switch {
	case f.unit != t.fs[t.total].unit:
		return
	case t.parts > 0 && (hasPrefix(lead, []string{"已", "实际", "调整后"}) || isVerb(nounPhrase(lead)) || hasPrefix(lead, sums)),
		t.parts > 1 && comma != t.comma && t.fs[i-1].role == amount && t.comma == "、":
		t.total = -1
		return
	}
	if t.parts == 1 {
		t.comma = comma
	}
	t.parts++
	f.whole = t.total
	t.topic = t.fs[t.total].label
}

// openedBy gives the word by which the clauses of a figure open a list of parts.
func (f *mention) openedBy() string {
	for _, w := range partOpeners {
		if strings.Contains(f.before, w) && !f.joined {
			return w
		}
	}
	return ""
}

// wholeBefore finds the nearest amount of the same unit that is no part itself; -1 for none.
func (t *thread) wholeBefore(i int) int {
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		f := &t.fs[j]
		if f.role == amount && f.unit == t.fs[i].unit && f.whole < 0 {
			return j
		}
		if f.sentence < t.fs[i].sentence-1 {
			return -1
		}
	}
	return -1
}
