package fill

import "strings"

// proposeRange proposes that X-X月份 runs forwards, and that the years of a list
// of parts follow one another.
func (p *proposer) proposeRange(i int) {
	f := &p.fs[i]
	if i+1 < len(p.fs) && f.opensRange() && !joins(f.after) && p.fs[i+1].kind == f.kind {
		to := &p.fs[i+1]
		p.order(f, to, "<=", true, Text{
			ZH: "“" + f.Text + f.joint + to.Text + to.unit + "”的起始不应晚于截止",
			EN: "“" + f.Text + f.joint + to.Text + to.unit + "” should not end before it starts",
		})
		return
	}
	j := i + 2
	if f.kind == KindYear && j < len(p.fs) && p.fs[j].kind == KindYear && p.fs[i+1].whole >= 0 && p.fs[j].before == "、" {
		p.order(f, &p.fs[j], "<", false, Text{
			ZH: "先后列出的两个年份应先后相继",
			EN: "two years listed one after the other should follow in order",
		})
	}
}

// proposeDone proposes that 已拨付X万元 does not exceed the amount before it.
func (p *proposer) proposeDone(i int) {
	f := &p.fs[i]
	if !hasPrefix(strings.TrimLeft(f.lead(), "、 "), doneOpeners) || f.kind == KindPercent || f.joined || f.whole >= 0 {
		return
	}
	j := p.back(i, func(g *mention) bool { return g.role == roleAmount && g.unit == f.unit && g.whole < 0 })
	if j < 0 {
		return
	}
	base := &p.fs[j]
	p.order(f, base, "<=", false, Text{
		ZH: p.quote(f) + "不应大于" + p.quote(base),
		EN: p.quote(f) + " should not exceed " + p.quote(base),
	})
}
