package fill

import (
	"strings"
)

// fundLevels are the levels of government by which funds are listed.
var fundLevels = [][]string{
	{"中央", "国家"},
	{"省级", "省", "自治区"},
	{"市县", "市级", "市本级", "市", "地方"},
	{"县级", "县区", "区县", "县", "区级", "乡镇"},
}

// overlaps are words by which parts may cover the same persons or things twice, or leave some out.
var overlaps = strings.Fields(`女性 男性 未成年 以上 以下 老年 老人 党员 少数民族 残疾 贫困 外省 外籍 重点 特困 新增 优秀 大学生 返乡 累计 首次`)

// leavings are what a total of what there is leaves out.
var leavings = strings.Fields(`退出 取消 终止 核减 撤销 淘汰 注销 清退`)

// proposeTotals proposes each amount whose parts are listed behind it as their sum.
func (p *proposer) proposeTotals() {
	var totals []int
	parts := map[int][]*mention{}
	for i := range p.fs {
		if whole := p.fs[i].whole; whole >= 0 {
			if parts[whole] == nil {
				totals = append(totals, whole)
			}
			parts[whole] = append(parts[whole], &p.fs[i])
		}
	}
	for _, total := range totals {
		p.proposeParts(&p.fs[total], parts[total])
	}
}

func (p *proposer) proposeParts(total *mention, parts []*mention) {
	first, last := parts[0], parts[len(parts)-1]
	if len(parts) == 1 {
		p.order(first, total, "<=", false, Text{
			ZH: p.quote(first) + "是" + p.quote(total) + "的其中部分，不应大于它",
			EN: p.quote(first) + " is part of " + p.quote(total) + " and should not exceed it",
		})
		return
	}
	if total.partial || strings.HasPrefix(last.after, "等") || holdsFigure(parts[1:]) {
		return
	}
	for _, f := range parts {
		if containsAny(f.phrase, overlaps) {
			return
		}
	}
	opener := first.opener
	p.compute(ProposalTotal, total, exhaustive(opener, parts), Text{
		ZH: "“" + opener + "”之后列出同一单位的各部分：" + p.quote(parts...),
		EN: "the words “" + opener + "” list parts of the same unit: " + p.quote(parts...),
	}, sum(parts)...)
}

// exhaustive tells whether the words say that the parts are all there are: at
// least three levels of government that pay, a remainder, or 分别.
func exhaustive(opener string, parts []*mention) bool {
	if strings.HasPrefix(opener, "分") {
		return true
	}
	if hasPrefix(parts[len(parts)-1].phrase, []string{"其他", "其它", "其余"}) {
		return true
	}
	levels := map[int]bool{}
	for _, f := range parts {
		level := levelOf(f.phrase)
		if level < 0 || levels[level] || f.class != unitOfMoney {
			return false
		}
		levels[level] = true
	}
	return len(levels) >= 3
}

// levelOf gives the level of government that a phrase opens with; -1 for none.
func levelOf(phrase string) int {
	phrase = strings.TrimPrefix(phrase, "争取")
	for level, words := range fundLevels {
		if hasPrefix(phrase, words) {
			return level
		}
	}
	return -1
}

// holdsFigure tells whether a figure that is written out stands between the parts.
func holdsFigure(parts []*mention) bool {
	for _, f := range parts {
		if strings.ContainsAny(f.before, "0123456789") {
			return true
		}
	}
	return false
}

// sum is the expression that adds figures up.
func sum(parts []*mention) []any {
	var words []any
	for i, f := range parts {
		if i > 0 {
			words = append(words, "+")
		}
		words = append(words, f)
	}
	return words
}

// proposeSum proposes an amount that a sum word opens (合计, 共计, 调整后共) as
// the sum of those before it in the sentence.
func (p *proposer) proposeSum(i int) {
	f := &p.fs[i]
	lead := strings.TrimSpace(f.lead())
	bare := hasPrefix(lead, sums) && nounPhrase(lead) == ""
	if !bare && (!strings.Contains(lead, "共") || f.whole >= 0) || f.kind == KindPercent || f.joined {
		return
	}
	parts, plain := p.addends(i)
	if len(parts) < 2 || holdsFigure(parts[1:]) {
		return
	}
	p.compute(ProposalTotal, f, bare && plain, Text{
		ZH: "“" + strings.Trim(f.before, "，、 ") + "”之前列出同一单位的各项：" + p.quote(parts...),
		EN: "“" + strings.Trim(f.before, "，、 ") + "” follows items of the same unit: " + p.quote(parts...),
	}, sum(parts)...)
}

// addends are the amounts of the unit of figure i before it in its sentence,
// without those that have left. They are plain where nothing else is among them.
func (p *proposer) addends(i int) (parts []*mention, plain bool) {
	plain = true
	for j := i - 1; j >= 0 && j > i-searchReach && p.fs[j].sentence == p.fs[i].sentence; j-- {
		f := &p.fs[j]
		switch {
		case f.role != roleAmount || f.unit != p.fs[i].unit:
			plain = plain && (f.role == roleMoment || f.role == roleAmount)
		case containsAny(f.phrase, leavings):
			plain = false
		case hasPrefix(f.lead(), sums):
			return parts, false
		default:
			if len(parts) > 0 && parts[0].whole == j {
				return parts, false // the parts of a whole: they are summed up, and not the whole with them
			}
			plain = plain && f.whole < 0 && !hasPrefix(f.phrase, []string{"已", "实际"})
			parts = append([]*mention{f}, parts...)
		}
	}
	return parts, plain
}
