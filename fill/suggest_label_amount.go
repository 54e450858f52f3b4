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
	noun, basis := cutBasis(f.lead())
	if basis == "" {
		return t.labelNoun(i)
	}
	f.clauses = f.clausesWith(noun)
	return shorten(tidy(t.labelNoun(i))) + "（" + basis + "）"
}

// labelNoun names what there is so much of.
func (t *thread) labelNoun(i int) string {
	f := &t.fs[i]
	f.phrase = t.amountPhrase(i)
	if j := t.counterpart(i); j >= 0 && slices.Contains(attributes, f.phrase) {
		return t.fs[j].label + f.phrase
	}
	phrase, tail := f.phrase, t.tail(i)
	switch {
	case f.isMultiple() && f.topic != "":
		return f.topic + "倍数"
	case phrase == "":
		return t.labelBehind(i, tail)
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

// amountPhrase is the noun phrase before amount i, with that of the figure before
// where it bounds what is counted: 收入X万元以上的村X个.
func (t *thread) amountPhrase(i int) string {
	f := &t.fs[i]
	lead := strings.TrimSpace(f.lead())
	if i > 0 && !f.first && len(f.clauses) == 1 && t.fs[i-1].class == unitOfCount {
		lead = behindAmong(lead)
	}
	phrase := nounPhrase(lead)
	if rest, ok := cutAny(lead, []string{"以上的", "以下的", "以上", "以下"}); ok && i > 0 && !f.first {
		phrase = nounPhrase(rest)
		if t.fs[i-1].unit != "岁" {
			phrase = cmp.Or(t.fs[i-1].phrase, t.fs[i-1].topic) + lead[:len(lead)-len(rest)] + phrase
		}
	}
	switch {
	case slices.Contains(doneVerbs, strings.Trim(lead, "、，")):
		return ""
	case phrase == "占":
		return "占比"
	case slices.Contains(idle, phrase) && hasPrefix(f.after, shareAfter): // 全市X%的村
		return ""
	case f.among:
		return trimOneBack(phrase, []string{"在", "列", "居"})
	}
	return phrase
}

// labelBehind names amount i, before which no noun stands, by what stands behind
// it, else by what the sentence speaks of.
func (t *thread) labelBehind(i int, tail string) string {
	f := &t.fs[i]
	lead := strings.Trim(f.lead(), " 、，")
	switch {
	case slices.Contains(doneVerbs, lead):
		return t.labelDeed(i, lead, cutPredicate(tail))
	case tail == "" && strings.TrimSpace(f.before) == "" && i > 0 && !f.first && isVerb(t.fs[i-1].phrase): // 惠及X栋X户
		return t.labelDeed(i, t.fs[i-1].phrase, "")
	case hasSuffix(lead, sums):
		return lead
	case hasPrefix(lead, seasons) && hasPrefix(f.topic, seasons):
		return trimOneOf(lead, seasons) + trimOne(f.topic, seasons)
	case f.class == unitOfPercent && hasPrefix(f.after, shareAfter):
		f.phrase = trimOneOf(trimOne(f.after, shareAfter), measureNouns)
		if f.phrase == "" && tail != "" {
			f.phrase = tail + "占比"
		}
		return orHeading(f, cmp.Or(f.phrase, f.topic))
	case tail != "":
		f.phrase = tail
		return tail
	case lead == "" && f.class == unitOfCount && hasPrefix(f.tail, fates):
		return firstCharacters(f.tail, 12) + howMany(f)
	case f.unit == "岁":
		return "年龄"
	case f.unit == "号" && strings.HasSuffix(lead, "〕"):
		return "文号"
	}
	return orHeading(f, f.topic)
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
	doneVerbs = []string{"已完成", "已实现", "实际完成", "完成", "未完成"}
	// fates open what those do who are counted: X人达本科线.
	fates = append([]string{"达", "被", "在"}, predicates...)
	// counterEnds are nouns that share what stands before them: 基金收入X元，支出X元.
	counterEnds = []string{"收入", "支出"}
	// overTakers open a comparison with another rate: 高于全省X个百分点.
	overTakers = []string{"高于", "低于", "快于", "慢于", "高出", "超出"}
)

// openEnds are phrases that say whose share of the topic a figure is.
var openEnds = []string{"人均", "户均", "村均", "亩均", "日均", "月均", "年均"}

// isMultiple tells how many times another figure one is: 是“十三五”时期的X倍.
func (f *mention) isMultiple() bool {
	return f.unit == "倍" && hasPrefix(strings.TrimSpace(f.lead()), []string{"是", "为", "相当于"})
}
