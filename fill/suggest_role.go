package fill

import (
	"slices"
	"strings"
)

// A role is the part that a figure plays in its sentence.
type role uint8

const (
	roleAmount    role = iota // how much there is: 财政收入完成X亿元
	roleWhole                 // an amount of which the next figure is a share: 占计划X亿元的X%
	roleChange                // how much it changed: 同比下降X%, 较上年增加X亿元
	roleReference             // the figure of another time, named to compare with: 较上年X亿元
	roleShare                 // a part of another figure: 占…的X%
	rolePosition              // 居全省第X位
	roleMoment                // a year, month or day
	roleWord                  // text
	roleSerial                // 第X次
	roleLasting               // a length of time
)

// comparators open a comparison with another time.
var comparators = []string{"同比", "环比", "比上年", "较上年", "比去年", "较去年", "比上月", "较上月", "比上季度", "较上季度", "比年初", "较年初", "比同期", "较同期", "比全省", "较全省", "比全国", "较全国", "比上期", "较上期", "比前", "较前", "比往年", "较往年", "比计划", "较计划", "比预算", "较预算", "比平均", "年均", "比", "较", "与"}

// earlierTimes are the times that a comparison may name: 较上年X亿元.
var earlierTimes = []string{"上年", "去年", "上年同期", "去年同期", "上年度", "上月", "上季度", "同期", "年初", "前一年", "上一年", "上年末", "去年底", "上年底", "往年", "前年", "上期"}

// yearComparators are what leads to a year that is compared with: 较X年的X亿元.
var yearComparators = []string{"比", "较", "与"}

// comparedFigures are what else a comparison may name: 比预算数X万元.
var comparedFigures = []string{"预算", "预算数", "年初预算", "年初预算数", "调整预算数", "决算数", "上年决算", "上年决算数", "上年数", "计划", "计划数"}

// changeWords end the words before a change.
var changeWords = []string{"增长", "下降", "上升", "提高", "增加", "减少", "降低", "收窄", "扩大", "回落", "回升", "提升", "加快", "放缓", "上涨", "下跌", "增收", "减收", "增产", "减产", "净增", "增支", "减支", "高于", "低于", "高出", "快于", "慢于", "下滑", "压减", "缩小", "拉低", "上浮", "下浮", "压缩", "缩减", "缩短", "延长", "改善", "前移", "增幅", "降幅", "增速", "高", "低", "多", "少", "增", "降"}

// firstShort is where the changes of one character start in changes.
var firstShort = slices.IndexFunc(changeWords, func(w string) bool { return len(w) <= 3 })

// deedWords are changes that may be something else: 压减支出, 降幅.
var deedWords = []string{"改善", "前移", "增幅", "降幅", "增速", "压减", "扩大", "提高", "提升", "增收", "净增"}

// fallWords are the changes whose figure is positive where the amount falls.
var fallWords = []string{"下降", "减少", "降低", "回落", "减收", "减产", "减支", "低于", "下跌", "下滑", "降", "少", "低", "压减", "压缩", "缩减", "缩短", "下浮", "降幅"}

// sharers say of what a percentage is a part: 占…的X%, 完成年初预算的X%.
var sharers = []string{"占到", "占", "完成", "达到", "相当于", "为", "是"}

// looseWords may stand between a change or a noun and its figure.
var looseWords = []string{"了", "约", "近", "达到", "达", "为", "至", "超过", "超", "逾", "分别", "各", "是", "有", "共", "已", "仅", "一般", "幅度", "不低于", "不少于", "左右"}

// readRole tells the role of figure i from its kind and its clause. The figures
// before it have theirs.
func readRole(fs []mention, i int) role {
	f := &fs[i]
	switch {
	case f.kind == KindYear || f.kind == KindMonth || f.kind == KindDay || f.kind == KindDate:
		return roleMoment
	case f.kind == KindText:
		return roleWord
	case f.kind == KindRank:
		return rolePosition
	case f.class == unitOfOrdinal:
		return roleSerial
	case f.kind == KindInteger && slices.Contains(durationUnits, f.unit) && !isOwnChange(f.lead()):
		return roleLasting
	case f.joined && fs[i-1].role != roleWord && fs[i-1].role != roleMoment:
		return fs[i-1].role
	}
	lead := strings.TrimSpace(f.lead())
	next := i+1 < len(fs) && fs[i+1].kind == KindPercent && fs[i+1].before == "的"
	switch {
	case f.kind == KindPercent && isShare(lead) && !isReference(lead):
		return roleShare
	case next:
		return roleWhole
	case f.aside && i > 0 && (fs[i-1].role == roleMoment || isReference(f.outer())):
		return roleReference
	case isReference(lead), f.dated && f.step == "" && hasSuffix(lead, yearComparators):
		return roleReference
	case isChange(trimEnd(lead, looseWords, nil)):
		return roleChange
	}
	return roleAmount
}

// outer is the clause before the bracket that a figure stands in.
func (f *mention) outer() string {
	if n := len(f.clauses); n > 1 {
		return f.clauses[n-2]
	}
	return ""
}

// durationUnits are the units of lengths of time.
var durationUnits = []string{"年", "月", "日", "个月", "天", "周年", "个工作日", "工作日", "小时", "个小时"}

// isShare tells 占…的, 占… and 完成年初预算的 before a percentage.
func isShare(lead string) bool {
	if strings.HasSuffix(lead, "的") {
		return true
	}
	_, denominator, found := strings.Cut(trimEnd(lead, looseWords, nil), "占")
	return found && denominator != "" && !hasPrefix(denominator, []string{"比", "地"})
}

// isReference tells 较上年, 比去年同期的 and 比预算数 before a figure.
func isReference(lead string) bool {
	lead = strings.TrimSuffix(trimEnd(lead, looseWords, nil), "的")
	for _, w := range []string{"比", "较", "与", "由", "从"} {
		i := strings.LastIndex(lead, w)
		if i >= 0 && (slices.Contains(earlierTimes, lead[i+len(w):]) || slices.Contains(comparedFigures, lead[i+len(w):])) {
			return true
		}
	}
	return slices.Contains(earlierTimes, strings.TrimLeft(lead, "、"))
}

// isChange tells words that end in a change. One that may as well be a noun or
// a deed (提高, 增幅, 降) is a change only behind a comparison or alone.
func isChange(bare string) bool {
	for _, w := range changeWords {
		rest, ok := strings.CutSuffix(bare, w)
		if !ok {
			continue
		}
		if len(w) > 3 && !slices.Contains(deedWords, w) {
			return true
		}
		return rest == "" || splitComparison(rest) >= 0 || mannerIn(rest) != ""
	}
	return false
}

// isOwnChange tells words that are a change alone, or with its comparison: 同比增加.
func isOwnChange(lead string) bool {
	bare := trimEnd(strings.Trim(lead, " 、"), looseWords, nil)
	return isChange(bare) && splitChange(bare) == 0
}

// splitComparison gives the byte where the comparison starts in a clause:
// 财政收入|同比下降. It is -1 where there is none.
func splitComparison(clause string) int {
	if i := strings.Index(clause, "相比"); i >= 0 { // 与去年同期相比分别下降
		for _, w := range []string{"与", "同", "和", "较"} {
			if j := strings.Index(clause[:i], w); j >= 0 {
				return j
			}
		}
	}
	for _, w := range comparators {
		i := strings.Index(clause, w)
		if i < 0 {
			continue
		}
		if len(w) > 3 || i == 0 || startsComparison(clause[i:]) {
			return i
		}
	}
	return -1
}

// startsComparison tells a 比, 较 or 与 that compares (较X年) from one within a word (比例, 占比, 比重).
func startsComparison(s string) bool {
	for _, w := range []string{"比例", "比重", "比率", "比赛", "比武", "比价", "较好", "较大", "较高", "较多", "较快", "较强", "与会", "与"} {
		if strings.HasPrefix(s, w) {
			return false
		}
	}
	return true
}
