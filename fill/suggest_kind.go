package fill

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Words that tell a kind, beyond the unit's own.
var (
	// durationBefore ends the words before a number of years, months or days
	// that is a length of time and no date: 历时X年.
	durationBefore = []string{"历时", "为期", "近", "连续", "任期", "满", "过去", "每", "用时", "耗时", "工期", "期限", "已有", "延长", "提前", "超过", "不少于", "不超过", "有期徒刑", "工龄", "党龄", "教龄", "共", "长达", "期", "年限", "寿命", "仅用", "未来", "经过", "最长", "至少", "持续"}
	// durationAfter starts the words after such a number: X年来.
	durationAfter = []string{"来", "以上", "以下", "以内", "内", "期的", "期债", "期国债", "期贷款", "期限", "多", "余", "间", "制", "时间", "限", "左右", "的时间", "之久", "免租", "过渡期"}

	// quarterUnit is the unit of quarters that are counted through the year.
	quarterUnit = "季度"
	// turnUnits are the units that tell an order without 第.
	turnUnits = []string{quarterUnit, "届"}
	// meetings are what a session holds in order.
	meetings = []string{"会议", "全会", "全体会议", "全体（扩大）会议", "常委会", "代表大会"}

	// rankBefore are the words that make a 位 or 名 a rank without 第.
	rankBefore = []string{"居", "位列", "列", "排名", "排在", "排", "名列"}
	// rankUnits are the units of ranks.
	rankUnits = []string{"位", "名"}
)

// readKind sets kind, unit and class of figure i, and the words after its
// unit. The figures behind it in the paragraph have theirs.
func readKind(fs []mention, i int) {
	f, lead := &fs[i], leading(fs, i)
	hasUnit := f.readUnit(lead)
	unit, class := f.unit, f.class
	ordinalLead := strings.HasSuffix(lead, "第")
	switch {
	case f.Year:
		f.kind, f.class = KindYear, unitOfYear
		if unit != "" {
			f.unit = "年"
		}
	case class == unitOfYear || class == unitOfMonth || class == unitOfDay:
		f.readTime(lead, ordinalLead)
	case f.linked && !hasUnit:
		next := &fs[i+1]
		f.set(next.kind, next.unit, next.class)
		f.readLinked(lead, next)
	case class == unitOfName:
		f.set(KindText, "", unitOfName)
	case f.isNumeral(lead):
		f.set(KindText, "", unitOfName)
	case strings.HasSuffix(lead, fractionBar):
		f.readFraction(lead)
	case unit == "个" && i+1 < len(fs) && fs[i+1].unit == "个百分点" && slices.Contains(linkWords, f.after): // X个和X个百分点
		f.set(KindPercent, fs[i+1].unit, unitOfPercent)
	case class == unitOfPercent:
		f.kind = KindPercent
	case ordinalLead || isRank(lead, unit):
		f.readOrdinal(unit)
	case slices.Contains(turnUnits, unit) && !hasSuffix(lead, durationBefore):
		f.set(KindInteger, unit, unitOfOrdinal)
	case unit == "次" && strings.HasPrefix(lead, "届") && hasPrefix(f.after, meetings): // X届人大X次会议
		f.set(KindInteger, unit, unitOfOrdinal)
	case isClock(fs, i, unit, lead):
		f.set(KindInteger, unit, unitOfOrdinal)
	case class == unitOfCount:
		f.kind = KindInteger
	case class == unitOfMoney || class == unitOfMeasure:
		f.kind = KindDecimal
	default:
		f.readBare(fs, i, lead)
	}
	refineNumber(fs, i, lead)
}

// readUnit sets the unit behind a figure, its class and the words after it, and tells
// whether there is one.
func (f *mention) readUnit(lead string) bool {
	unit, n, class := unitAt(f.joint)
	if n == 0 {
		unit, n, class = unitOfRange(f.joint)
		f.spans = n > 0
	}
	if n == 0 {
		unit, n, class = unitWrapped(lead, f.joint)
		f.wrapped = n > 0
	}
	f.unit, f.class, f.after = unit, class, cutAlternative(f.joint[n:])
	return n > 0
}

// refineNumber tells whole numbers from those with decimals by more than their units.
func refineNumber(fs []mention, i int, lead string) {
	f := &fs[i]
	if f.kind == KindDecimal && (slices.Contains(magnitudes, f.joint) && i+1 < len(fs) || i > 0 && slices.Contains(magnitudes, lead)) {
		f.kind = KindInteger // X万X千元 is one number
	}
	if i > 0 && stepBetween(lead) != "" {
		lead = leading(fs, i-1)
	}
	if f.kind == KindInteger && (strings.ContainsAny(f.Text, ".．") || isMean(lead) || hasSuffix(lead, ratioEnds)) && f.class == unitOfCount {
		f.kind = KindDecimal
	}
}

// cutAlternative takes the other name of a unit, in brackets, off the words
// behind it: X台（套）, X人（次）.
func cutAlternative(after string) string {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		rest, opened := strings.CutPrefix(after, pair[0])
		inside, rest, closed := strings.Cut(rest, pair[1])
		if _, class := wordAt(inside); opened && closed && class == unitOfCount && utf8.RuneCountInString(inside) == 1 {
			return rest
		}
	}
	return after
}

func (f *mention) set(k Kind, unit string, c unitClass) { f.kind, f.unit, f.class = k, unit, c }

// readOrdinal tells ranks (居全省第X位) from ordinal numbers (第X次会议).
func (f *mention) readOrdinal(unit string) {
	if unit == "" && endsClause(f.after) || slices.Contains(rankUnits, unit) {
		f.set(KindRank, unit, unitOfOrdinal)
		return
	}
	f.set(KindInteger, unit, unitOfOrdinal)
}

// isRank tells whether the words before a 位 or 名 speak of places: 居全省X位.
func isRank(lead, unit string) bool {
	if !slices.Contains(rankUnits, unit) {
		return false
	}
	clauses := cutClauses(lead)
	clause := clauses[len(clauses)-1]
	for _, w := range rankBefore {
		if i := strings.LastIndex(clause, w); i >= 0 && utf8.RuneCountInString(clause[i:]) <= 6 {
			return true
		}
	}
	return false
}

// readLinked mends what a member of a range, list or ratio takes from the next.
func (f *mention) readLinked(lead string, next *mention) {
	joint := strings.TrimSpace(f.joint)
	switch {
	case isColon(joint) && utf8.RuneCountInString(next.Text) == 2 && next.unit == "":
		f.set(KindInteger, "", unitOfCount) // a time of day
		next.set(KindInteger, "", unitOfCount)
	case (isColon(joint) || joint == "+" || joint == "＋") && next.kind == KindText:
		f.readRatio(next, joint)
	}
}

// readRatio reads X:X:X as decimals and X+X as whole numbers.
func (f *mention) readRatio(next *mention, joint string) {
	kind := KindDecimal
	if !isColon(joint) {
		kind = KindInteger
	}
	f.set(kind, "", noUnit)
	next.set(kind, "", noUnit)
}

func isColon(s string) bool { return s == ":" || s == "：" || s == "∶" }

// means are the words of a clause whose count may have decimals.
var means = []string{"平均", "人均", "户均", "村均", "亩均", "次均", "每百", "每千", "每万", "每十万", "每平方公里", "每公里"}

// isMean tells whether a count may have decimals because it is a mean: 每千人口床位数.
func isMean(lead string) bool {
	if i := strings.LastIndexAny(lead, sentenceEnds); i >= 0 {
		lead = strings.TrimLeft(lead[i:], sentenceEnds)
	}
	clauses := cutClauses(lead)
	clause := clauses[len(clauses)-1]
	return containsAny(clause, means)
}

// endsClause tells whether nothing but a stop follows.
func endsClause(after string) bool {
	if strings.HasPrefix(after, "  ") || strings.HasPrefix(after, "\t") {
		return true
	}
	after = strings.TrimSpace(after)
	return after == "" || strings.ContainsAny(firstCharacters(after, 1), sentenceEnds+"，,、（(）)")
}
