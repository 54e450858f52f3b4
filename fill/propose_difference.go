package fill

import (
	"slices"
	"strings"
)

// narrowings are changes of which the earlier figure is the greater one.
var narrowings = []string{"收窄", "缩小"}

// changeWord is the change that a clause ends in.
func changeWord(f *mention) string {
	bare := trimEnd(strings.TrimSpace(f.lead()), looseWords, nil)
	for _, w := range changeWords {
		if strings.HasSuffix(bare, w) {
			return w
		}
	}
	return ""
}

func isFall(word string) bool {
	return slices.Contains(fallWords, word) || slices.Contains(narrowings, word)
}

// proposeDifference proposes 比上年的X亿元增加X亿元 and （-X%）收窄X个百分点 as the
// difference of the two figures.
func (p *proposer) proposeDifference(i int) {
	f := &p.fs[i]
	now, then, certain := p.compared(i)
	if now == nil || f.joined {
		return
	}
	word := changeWord(f)
	reason := Text{
		ZH: "“" + word + "”是" + p.quote(now) + "与" + p.quote(then) + "之差",
		EN: "“" + word + "” is the difference between " + p.quote(now) + " and " + p.quote(then),
	}
	if isFall(word) {
		p.compute(ProposalDifference, f, certain, reason, then, "-", now)
		return
	}
	p.compute(ProposalDifference, f, certain, reason, now, "-", then)
}

// compared finds the two figures that a difference is taken of; nil where the
// sentence has but one of them.
func (p *proposer) compared(i int) (now, then *mention, certain bool) {
	f := &p.fs[i]
	points := f.kind == KindPercent
	fits := func(g *mention) bool {
		return points && g.unit == "%" || !points && g.unit == f.unit && g.role == roleAmount
	}
	if i > 1 && p.fs[i-1].risen && p.changes(i, i-1) && fits(&p.fs[i-1]) && fits(&p.fs[p.fs[i-1].from]) {
		return &p.fs[i-1], &p.fs[p.fs[i-1].from], true
	}
	if i > 0 && p.fs[i-1].role == roleReference && f.phrase == "" && p.fs[i-1].sentence == f.sentence {
		then = &p.fs[i-1]
		j := then.about
		if points {
			j = p.back(i-1, func(g *mention) bool { return fits(g) && g.role != roleReference })
		}
		if j < 0 || p.fs[j].sentence != f.sentence || !fits(&p.fs[j]) || then.unit != p.fs[j].unit {
			return nil, nil, false
		}
		now = &p.fs[j]
		narrowing := slices.Contains(narrowings, changeWord(f))
		return now, then, now.whole < 0 && (!points || narrowing == (now.role == roleChange && isFall(changeWord(now))))
	}
	return p.comparedSeason(i, fits)
}

// comparedSeason finds the figures of 往年X%，今年X%，比往年低X个百分点.
func (p *proposer) comparedSeason(i int, fits func(*mention) bool) (now, then *mention, certain bool) {
	f := &p.fs[i]
	for _, season := range seasons {
		if !strings.Contains(f.lead(), "比"+season) && !strings.Contains(f.lead(), "较"+season) {
			continue
		}
		j := p.back(i, func(g *mention) bool { return g.unit == "%" && strings.HasPrefix(g.label, season) })
		k := p.back(i, func(g *mention) bool { return g.role != roleChange && g.role != roleReference })
		if j < 0 || k < 0 || j == k || !fits(&p.fs[j]) && f.kind != KindPercent || !fits(&p.fs[k]) {
			return nil, nil, false
		}
		subject := strings.TrimPrefix(p.fs[j].label, season)
		return &p.fs[k], &p.fs[j], strings.HasSuffix(p.fs[k].label, subject)
	}
	return nil, nil, false
}

// ownRates are comparisons whose earlier figure is none that a sentence names
// as last year's.
var ownRates = []string{"环比", "年均", "月均", "平均"}

// proposeGrowth proposes 比上年的X亿元增长X% as the rate of growth, with or without
// 增加X亿元 between.
func (p *proposer) proposeGrowth(i int) {
	f := &p.fs[i]
	if f.phrase != "" || f.joined || containsAny(f.lead(), ownRates) {
		return
	}
	j := p.back(i, func(g *mention) bool { return g.role != roleChange })
	if j > 0 && p.fs[j].risen && p.fs[j].kind != KindPercent && p.changes(i, j) && p.fs[j].unit == p.fs[p.fs[j].from].unit {
		p.growth(f, &p.fs[j], &p.fs[p.fs[j].from])
		return
	}
	if j < 0 || p.fs[j].role != roleReference || p.fs[j].kind == KindPercent || i-j > 2 {
		return
	}
	then := &p.fs[j]
	if then.about < 0 || hasSuffix(then.compared, comparedFigures) && splitComparison(f.lead()) >= 0 {
		return
	}
	now := &p.fs[then.about]
	if now.unit != then.unit || now.sentence != f.sentence || now.role != roleAmount {
		return
	}
	p.growth(f, now, then)
}

// changes tells whether figure i says without a comparison of its own how much
// the step changed that ends at figure j.
func (p *proposer) changes(i, j int) bool {
	f := &p.fs[i]
	return i-j <= 2 && f.phrase == "" && f.sentence == p.fs[j].sentence && splitComparison(f.lead()) < 0
}

// growth proposes figure f as the rate of change.
func (p *proposer) growth(f, now, then *mention) {
	word := changeWord(f)
	reason := Text{
		ZH: "“" + word + "”是" + p.quote(now) + "相对于" + p.quote(then) + "的变化率",
		EN: "“" + word + "” is the rate of change from " + p.quote(then) + " to " + p.quote(now),
	}
	if isFall(word) {
		p.compute(ProposalRate, f, now.whole < 0, reason, "(", then, "-", now, ")", "/", then, "* 100")
		return
	}
	p.compute(ProposalRate, f, now.whole < 0, reason, "(", now, "-", then, ")", "/", then, "* 100")
}
