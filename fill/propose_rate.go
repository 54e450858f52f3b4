package fill

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// proposeShare proposes 占…的X% and 完成…的X% as the share of one figure in another.
func (p *proposer) proposeShare(i int) {
	f := &p.fs[i]
	if f.about < 0 || f.joined {
		return
	}
	part, total := &p.fs[f.about], p.shareOf(i)
	if total == nil || part.role != roleAmount || part.unit != total.unit || part.sentence != f.sentence || part == total {
		return
	}
	reason := Text{
		ZH: p.quote(f) + "是" + p.quote(part) + "与" + p.quote(total) + "之比",
		EN: p.quote(f) + " is the ratio of " + p.quote(part) + " to " + p.quote(total),
	}
	p.compute(ProposalRate, f, true, reason, part, "/", total, "* 100")
	if total.role == roleAmount && strings.Contains(f.lead(), "占") { // a budget may be exceeded
		p.order(part, total, "<=", false, Text{
			ZH: p.quote(part) + "是" + p.quote(total) + "的一部分，不应大于它",
			EN: p.quote(part) + " is part of " + p.quote(total) + " and should not exceed it",
		})
	}
}

// shareOf finds the figure of which figure i is a share: the one within its
// clause, or the only amount before it that bears the name. Nil for none.
func (p *proposer) shareOf(i int) *mention {
	f := &p.fs[i]
	if i > 0 && p.fs[i-1].role == roleWhole && f.before == "的" {
		return &p.fs[i-1]
	}
	if utf8.RuneCountInString(f.phrase) < 2 {
		return nil
	}
	var found *mention
	for j := i - 1; j >= 0 && j > i-searchReach; j-- {
		g := &p.fs[j]
		if g.role != roleAmount || !strings.HasSuffix(g.label, f.phrase) || j == f.about {
			continue
		}
		if found != nil {
			return nil
		}
		found = g
	}
	return found
}

var (
	// rateFillers close the name of a rate and are not the deed that it measures: 整改到位率, 检查完成率.
	rateFillers = []string{"到位", "完成", "达标", "成功"}
	// rateBases are words of the amount that a deed is measured against.
	rateBases = strings.Fields(`计划 任务 应 安排 下达 受理 立 抽取 查出 发现 交办 签约 总投资 年初 预算 目标`)
	// rateOfOthers open the name of a rate whose base is another one than the amount
	// before: 不良贷款率, 亿元GDP死亡率, 万人发案率.
	rateOfOthers = []string{"不", "未", "每", "百", "千", "万", "十万", "亿"}
	// reductions are deeds that are measured against what was submitted, whatever
	// stands between: 送审金额X万元，审定金额X万元，审减X万元，审减率X%.
	reductions, submitted = []string{"审减", "核减", "节约"}, []string{"送审", "报审", "申报", "上报", "预算", "控制价"}
	// doneOpeners open an amount that is done out of the one before it.
	doneOpeners = []string{"已", "实际"}
)

// proposeRate proposes a rate that names a deed (落地率, 到位率, 周转率) as the
// ratio of the amount of that deed, right before it, to the amount before that.
func (p *proposer) proposeRate(i int) {
	f := &p.fs[i]
	if i > 0 && f.kind == KindPercent && strings.HasSuffix(f.phrase, "占比") {
		p.proposePartShare(i)
		return
	}
	stem, isRate := strings.CutSuffix(f.phrase, "率")
	if !isRate || f.joined || f.kind != KindPercent && f.unit != "" || hasPrefix(stem, rateOfOthers) {
		return
	}
	stem = trimEnd(stem, rateFillers, nil)
	deed := lastCharacters(stem, 2)
	n := p.rated(i, deed)
	if n < 0 {
		return
	}
	d := p.rateBase(n, deed)
	if d < 0 || !bears(stem, deed, &p.fs[n], &p.fs[d]) {
		return
	}
	p.tellRate(i, n, d)
}

// rated finds the amount of the deed that rate i measures, right before it; -1 for none.
func (p *proposer) rated(i int, deed string) int {
	n := p.back(i, func(g *mention) bool {
		return g.role == roleAmount && g.kind != KindPercent && !strings.HasSuffix(g.phrase, "率")
	})
	if n < 0 || deed == "" || !strings.Contains(p.fs[n].phrase, deed) || containsAny(p.fs[n].phrase, []string{"不" + deed, "未" + deed}) {
		return -1
	}
	return n
}

// rateBase finds the amount before that the deed of figure n is measured against; -1
// for none.
func (p *proposer) rateBase(n int, deed string) int {
	done := &p.fs[n]
	if slices.Contains(reductions, deed) {
		return p.back(n, func(g *mention) bool { return g.wholeIn(done.unit) && containsAny(g.label, submitted) })
	}
	if d := p.back(n, func(g *mention) bool { return g.wholeIn(done.unit) }); d >= 0 {
		return d
	}
	return p.back(n, func(g *mention) bool {
		return g.role == roleAmount && g.class == unitOfCount && done.class == unitOfCount
	})
}

// wholeIn tells an amount in the unit that is no part of another.
func (f *mention) wholeIn(unit string) bool {
	return f.role == roleAmount && f.unit == unit && f.whole < 0
}

// bears tells whether the names of a rate, of the deed done and of its base bear on
// each other: no 高校毕业生就业率X% of 达成就业意向X人.
func bears(stem, deed string, done, base *mention) bool {
	whose := trimStart(strings.TrimSuffix(stem, deed), adverbs, nil)
	if utf8.RuneCountInString(whose) > 1 && !strings.Contains(done.label+base.label, whose) {
		return false
	}
	object := objectOf(done.phrase, deed)
	return object == "" || done.class != unitOfMoney || strings.Contains(base.label, object)
}

// tellRate proposes rate i as the ratio of figure n to figure d.
func (p *proposer) tellRate(i, n, d int) {
	f, done, base := &p.fs[i], &p.fs[n], &p.fs[d]
	reason := Text{
		ZH: p.quote(f) + "是" + p.quote(done) + "与" + p.quote(base) + "之比",
		EN: p.quote(f) + " is the ratio of " + p.quote(done) + " to " + p.quote(base),
	}
	if f.kind != KindPercent {
		p.compute(ProposalRate, f, false, reason, done, "/", base)
		return
	}
	told := hasPrefix(done.phrase, doneOpeners) || containsAny(base.label, rateBases)
	alone := p.back(d, func(g *mention) bool { return g.wholeIn(done.unit) }) < 0
	certain := told && alone && n == i-1 && base.unit == done.unit
	p.compute(ProposalRate, f, certain, reason, done, "/", base, "* 100")
}

// objectOf is what a deed is done to, in two characters: 核减工程造价.
func objectOf(phrase, deed string) string {
	_, object, _ := strings.Cut(phrase, deed)
	if object = trimEnd(object, attributes, nil); utf8.RuneCountInString(object) < 2 {
		return ""
	}
	return lastCharacters(object, 2)
}

// proposePartShare proposes 其中税收收入X亿元，占比X% as the share of the part. It may
// as well be that of all parts up to there, where the one before has none.
func (p *proposer) proposePartShare(i int) {
	f, at := &p.fs[i], i-1
	if i > 1 && p.fs[at].role == roleChange {
		at-- // 税收收入X亿元，增长X%，占比X%
	}
	part := &p.fs[at]
	subject := strings.TrimSuffix(f.phrase, "占比")
	if part.whole < 0 || strings.Contains(f.lead(), "分别") || part.sentence != f.sentence || !strings.HasPrefix(part.phrase, subject) {
		return
	}
	total := &p.fs[part.whole]
	named := subject != "" || p.fs[at-1].whole != part.whole
	p.compute(ProposalRate, f, named, Text{
		ZH: "“占比”是" + p.quote(part) + "与" + p.quote(total) + "之比",
		EN: "“占比” is the ratio of " + p.quote(part) + " to " + p.quote(total),
	}, part, "/", total, "* 100")
}
