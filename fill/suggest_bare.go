package fill

import "strings"

// Words that tell the kind of a figure without a unit.
var (
	// ratioEnds end the words before a number without a unit: 周转率X.
	ratioEnds = []string{"率", "系数", "倍数", "指数", "比", "比例", "得分", "评分", "分值", "均值", "均分", "总分", "增速", "比值", "点数", "浓度", "强度", "密度", "弹性"}
	// reasonEnds end the words before an explanation.
	reasonEnds = []string{"原因是", "原因为", "主要是", "主要为", "主要系", "用于", "措施是", "问题是"}
	// ratioParts are the one side of a ratio that is written out: 师生比为1：X.
	ratioParts = []string{"1：", "1:", "1∶", "1"}
	// levelWords may stand between what a number tells and the number.
	levelWords = []string{"为", "达", "达到", "是", "约", "由", "从", "近", "超过", "仅为", "降至", "升至", "增至"}
	// personEnds end what a name tells, as 组长为X does.
	personEnds = []string{"长", "员", "人", "者", "主任", "书记", "单位", "部门", "名称", "地点", "地址", "对象", "方式", "等级", "等次", "结论", "类型", "性质"}
	// levelEnds end the words before a number whatever stands after it.
	levelEnds = []string{"为", "达", "达到", "是", "完成", "约", "共", "共计", "合计", "总计", "累计", "增至", "升至", "降至", "增加到", "下降到", "提高到", "超过", "突破", "不足"}
)

// readBare reads a placeholder with no unit behind it.
func (f *mention) readBare(fs []mention, i int, lead string) {
	if f.readDotted(fs, i) {
		return
	}
	if f.readCell() {
		return
	}
	if i > 0 && stepBetween(lead) != "" {
		lead = leading(fs, i-1) // 由X缩小到X
	}
	part := trimEnd(strings.TrimRight(lead, "：: "), ratioParts, nil)
	lead = strings.TrimRight(lead, "：: ")
	noun := trimEnd(part, levelWords, nil)
	switch {
	case hasSuffix(noun, ratioEnds):
		f.set(KindDecimal, "", noUnit)
	case noun != part && hasSuffix(noun, personEnds):
		f.set(KindText, "", unitOfName)
	case hasSuffix(lead, reasonEnds), isEnumerated(lead):
		f.set(KindText, "", unitOfName)
	case hasSuffix(lead, levelEnds) && endsClause(f.after):
		f.set(KindDecimal, "", noUnit)
	case strings.Contains(f.Text, "."):
		f.set(KindDecimal, "", noUnit)
	case f.Row != "" && f.Column != "" && (hasSuffix(f.Column, ratioEnds) || hasSuffix(f.Column, numberHeads)):
		f.set(KindDecimal, "", noUnit)
	default:
		f.set(KindText, "", unitOfName)
	}
}

// isEnumerated tells 一是, 二是 before a text.
func isEnumerated(lead string) bool {
	number, found := strings.CutSuffix(lead, "是")
	return found && hasSuffix(number, strings.Split("一二三四五六七八九十", ""))
}

// readDotted reads the month of 20xx.xx and the day of 20xx.xx.xx.
func (f *mention) readDotted(fs []mention, i int) bool {
	dot := func(j int) bool { return j >= 0 && (fs[j].joint == "." || fs[j].joint == "．") }
	switch {
	case dot(i-1) && fs[i-1].Year:
		f.set(KindMonth, "", unitOfMonth)
	case dot(i-1) && dot(i-2) && fs[i-2].Year:
		f.set(KindDay, "", unitOfDay)
	default:
		return false
	}
	return true
}
