package fill

import (
	"cmp"
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
		phrase = nounPhrase(rest)
		if t.fs[i-1].unit != "岁" {
			phrase = cmp.Or(t.fs[i-1].phrase, t.fs[i-1].topic) + lead[:len(lead)-len(rest)] + phrase
		}
	}
	if phrase == "占" {
		phrase = "占比"
	}
	switch {
	case slices.Contains(idle, phrase) && hasPrefix(f.after, shareAfter):
		phrase = ""
	case f.among:
		phrase = trimOneBack(phrase, []string{"在", "列", "居"})
	}
	f.phrase = phrase
	if j := t.counterpart(i); j >= 0 && slices.Contains(attributes, phrase) {
		return t.fs[j].label + phrase
	}
	switch {
	case phrase == "" && slices.Contains(doneVerbs, strings.TrimLeft(lead, "、 ")):
		return t.labelDeed(i, strings.TrimLeft(lead, "、 "), cutPredicate(tail))
	case phrase == "" && tail == "" && strings.TrimSpace(f.before) == "" && i > 0 && !f.first && isVerb(t.fs[i-1].phrase): // 惠及X栋X户
		return t.labelDeed(i, t.fs[i-1].phrase, "")
	case phrase == "" && hasSuffix(lead, sums):
		return strings.TrimLeft(lead, "，、")
	case phrase == "" && hasPrefix(lead, seasons) && hasPrefix(f.topic, seasons):
		return trimOneOf(lead, seasons) + trimOne(f.topic, seasons)
	case phrase == "" && f.class == unitOfPercent && hasPrefix(f.after, shareAfter):
		f.phrase = trimOneOf(trimOne(f.after, shareAfter), measureNouns)
		if f.phrase == "" && tail != "" {
			f.phrase = tail + "占比"
		}
		return orHeading(f, cmp.Or(f.phrase, f.topic))
	case phrase == "" && tail != "":
		f.phrase = tail
		return tail
	case lead == "" && f.class == unitOfCount && hasPrefix(f.tail, fates):
		return firstCharacters(f.tail, 12) + howMany(f)
	case f.unit == "岁" && phrase == "":
		return "年龄"
	case f.isMultiple() && f.topic != "":
		return f.topic + "倍数"
	case phrase == "" && f.unit == "号" && strings.HasSuffix(lead, "〕"):
		return "文号"
	case phrase == "":
		return orHeading(f, f.topic)
	case isVerb(phrase):
		return t.labelDeed(i, phrase, cutPredicate(tail))
	case slices.Contains(openEnds, phrase) && f.topic != "":
		return phrase + core(f.topic)
	case slices.Contains(counterEnds, phrase) && hasSuffix(f.topic, counterEnds):
		return trimOneOff(f.topic, counterEnds) + phrase
	case hasPrefix(phrase, overTakers) && f.joined && i > 0:
		return t.fs[i-1].label
	case hasPrefix(phrase, overTakers) && f.topic != "" && f.class == unitOfPercent:
		return f.topic + phrase
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
	if strings.Contains(noun, strings.TrimSuffix(rate, "率")) || hasSuffix(noun, []string{"率", "金额"}) {
		return rate
	}
	return noun + rate
}

// tail is the noun behind figure i, or behind the last of its ratio or sum. Where
// the next figure follows in the same clause, what the noun does is that one's.
func (t *thread) tail(i int) string {
	f := &t.fs[i]
	for n := 0; f.linked && n < searchReach && joins(f.joint) || f.after == "" && i+1 < len(t.fs) && n < 3 && isEmptyCount(f); n++ { // X批X人次援藏
		i++
		f = &t.fs[i]
	}
	if i+1 < len(t.fs) && f.tail == f.after {
		return cutPredicate(tailNoun(f))
	}
	return tailNoun(f)
}

// isEmptyCount tells a count without words of its own, whose noun stands behind the
// next one.
func isEmptyCount(f *mention) bool {
	return f.class == unitOfCount && nounPhrase(f.lead()) == ""
}

// needsTopic tells a noun that says nothing by itself: 金额, 人均增收.
func needsTopic(phrase string) bool {
	return slices.Contains(attributes, phrase) || slices.Contains([]string{"资金", "价值", "投资"}, phrase) ||
		slices.Contains(changeWords, trimOne(phrase, openEnds)) && hasPrefix(phrase, openEnds)
}

var (
	// shareAfter follow a percentage of what is named behind it: X%的村, X%以上的支出.
	shareAfter = []string{"的", "以上的", "左右的"}
	// measureNouns are nouns of which the percentage is the measure: 按X%的比例.
	measureNouns = strings.Fields(`比例 比率 标准 速度 增速 增幅 目标 税率 利率 费率 要求 任务 份额 股权 股份 幅度 水平`)
	// doneVerbs are deeds of words that elsewhere lead to a figure: 已完成X项.
	doneVerbs = []string{"已完成", "已实现", "实际完成"}
	// fates open what those do who are counted: X人达本科线.
	fates = append([]string{"达", "被", "在"}, predicates...)
	// counterEnds are nouns that share what stands before them: 基金收入X元，支出X元.
	counterEnds = []string{"收入", "支出"}
	// overTakers open a comparison with another rate: 高于全省X个百分点.
	overTakers = []string{"高于", "低于", "快于", "慢于", "高出", "超出"}
)

// openEnds are phrases that say whose share of the topic a figure is.
var openEnds = []string{"人均", "户均", "村均", "亩均", "日均", "月均", "年均"}

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

// isMultiple tells how many times another figure one is: 是“十三五”时期的X倍.
func (f *mention) isMultiple() bool {
	return f.unit == "倍" && hasPrefix(strings.TrimSpace(f.lead()), []string{"是", "为", "相当于"})
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
