package fill

import (
	"strings"
	"unicode/utf8"
)

// labelDeed completes a verb that stands alone: 已拨付X万元 by the noun that the
// sentence speaks of, X家企业 by its own. Where the sentence speaks of something that
// is not counted so, it is how much was done: 问责X人.
func (t *thread) labelDeed(i int, verb, tail string) string {
	f := &t.fs[i]
	if tail != "" {
		return verb + tail
	}
	if t.about >= 0 && t.fs[t.about].unit != f.unit && t.topic == t.labelAt(t.about, "") {
		if j := t.sameUnit(i); j >= 0 {
			return verb + core(t.fs[j].label)
		}
		return verb + howMany(f)
	}
	switch noun := t.noun(f); {
	case strings.HasSuffix(noun, "金额"), strings.HasSuffix(trimEnd(noun, []string{"预算", "计划"}, nil), trimStart(verb, adverbs, nil)):
		return verb + howMany(f)
	case noun != f.topic && strings.HasPrefix(f.topic, noun):
		return noun + verb
	default:
		return verb + noun
	}
}

// sameUnit finds the last amount of the sentence that is counted like figure i; -1 for none.
func (t *thread) sameUnit(i int) int {
	for j := i - 1; j >= 0 && j > i-searchReach && t.fs[j].sentence == t.fs[i].sentence; j-- {
		if f := &t.fs[j]; f.role == roleAmount && f.unit == t.fs[i].unit && f.whole < 0 && utf8.RuneCountInString(f.label) > 2 {
			return j
		}
	}
	return -1
}

// howMany is what a unit counts: 人数, 金额.
func howMany(f *mention) string {
	switch {
	case f.class == unitOfMoney:
		return "金额"
	case f.unit == "名" || f.unit == "位":
		return "人数"
	case f.class == unitOfCount && utf8.RuneCountInString(f.unit) == 1:
		return f.unit + "数"
	case f.class == unitOfCount:
		return f.unit
	}
	return ""
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
