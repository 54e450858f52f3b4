package fill

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// labelAmount names what there is so much of, and what it is counted by: 每月.
func (t *thread) labelAmount(i int) string {
	f := &t.fs[i]
	last := len(f.clauses) - 1
	noun, basis := cutBasis(f.clauses[last])
	if basis == "" {
		return t.labelNoun(i)
	}
	f.clauses = append(slices.Clone(f.clauses[:last]), noun)
	return shorten(tidy(t.labelNoun(i))) + "（" + basis + "）"
}

// labelNoun names what there is so much of.
func (t *thread) labelNoun(i int) string {
	f := &t.fs[i]
	lead := strings.TrimSpace(f.lead())
	phrase, tail := nounPhrase(lead), t.tail(i)
	if rest, ok := cutAny(lead, []string{"以上的", "以下的", "以上", "以下"}); ok && i > 0 && !f.first {
		phrase = t.fs[i-1].phrase + lead[:len(lead)-len(rest)] + nounPhrase(rest)
	}
	if phrase == "占" {
		phrase = "占比"
	}
	f.phrase = phrase
	if j := t.counterpart(i); j >= 0 && slices.Contains(attributes, phrase) {
		return t.fs[j].label + phrase
	}
	switch {
	case phrase == "" && hasSuffix(lead, sums):
		return strings.TrimLeft(lead, "，、")
	case phrase == "" && hasPrefix(lead, seasons) && hasPrefix(f.topic, seasons):
		return trimOneOf(lead, seasons) + trimOne(f.topic, seasons)
	case phrase == "" && tail != "":
		f.phrase = tail
		return tail
	case phrase == "" && f.unit == "号" && strings.HasSuffix(lead, "〕"):
		return "文号"
	case phrase == "":
		return orHeading(f, f.topic)
	case isVerb(phrase):
		return t.labelDeed(f, phrase, cutPredicate(tail))
	case slices.Contains(openEnds, phrase) && f.topic != "":
		return trimEnd(f.topic, attributes, nil) + phrase
	case f.kind == KindPercent && strings.HasSuffix(phrase, "率") && verbIndex[strings.TrimSuffix(phrase, "率")]:
		return t.labelRate(f, phrase)
	case f.class == unitOfCount && tail != "" && utf8.RuneCountInString(phrase) < 12:
		return phrase + cutPredicate(tail)
	case needsTopic(phrase) && f.topic != "" && !f.first:
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
	for n := 0; f.linked && n < searchReach && joins(f.joint); n++ {
		i++
		f = &t.fs[i]
	}
	if i+1 < len(t.fs) && f.tail == f.after {
		return cutPredicate(tailNoun(f))
	}
	return tailNoun(f)
}

// needsTopic tells a noun that says nothing by itself: 金额, 人均增收.
func needsTopic(phrase string) bool {
	return slices.Contains(attributes, phrase) ||
		hasPrefix(phrase, openEnds) && utf8.RuneCountInString(trimOne(phrase, openEnds)) < 3
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
