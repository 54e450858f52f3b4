package fill

import (
	"slices"
	"strings"
)

var (
	// rankHeads end the heads of columns that hold ranks.
	rankHeads = []string{"排名", "位次", "名次", "排位", "位序"}
	// numberHeads end the heads of columns that hold numbers, whatever their unit.
	numberHeads = []string{"数", "额", "量", "值", "合计", "小计", "总计"}
	// changeHeads end the heads of changes and shares, which are percentages where
	// no unit stands beside them.
	changeHeads = []string{"增长", "增幅", "增速", "下降", "降幅", "占比", "比重", "同比", "环比"}
	// wordHeads end the heads of columns that hold words or numbers of another
	// unit than that of the table.
	wordHeads = []string{"单位", "部门", "名称", "姓名", "性别", "职务", "职称", "学历", "备注", "说明", "类别", "人", "电话", "时间", "日期", "序号", "编号", "地点", "率", "得分", "分值", "权重", "评分", "系数", "倍数", "指数", "人数", "户数", "个数", "件数", "次数", "家数", "项目数", "比例"}
)

// readCell reads a figure that is alone in a table's cell by what heads it, and
// tells whether that says its kind.
func (f *mention) readCell() bool {
	if strings.Trim(f.Context, signChars) != f.Text {
		return false
	}
	if hasSuffix(withoutUnit(f.Column), rankHeads) {
		f.set(KindRank, "", unitOfOrdinal)
		return true
	}
	unit, class := f.headedUnit()
	switch class {
	case noUnit:
		if f.Row == "" || !isPeriod(f.Column) {
			return false
		}
		f.set(KindDecimal, "", noUnit)
	case unitOfPercent:
		f.set(KindPercent, unit, class)
	case unitOfCount:
		f.set(KindInteger, unit, class)
	default:
		f.set(KindDecimal, unit, class)
	}
	return true
}

// headedUnit gives the unit that the cell's column names, else its row, else
// that of changes, else the row's column of units or the line above the table.
func (f *mention) headedUnit() (string, unitClass) {
	for _, header := range []string{f.Column, f.Row} {
		if _, unit, class := splitHeader(header); class != noUnit {
			return unit, class
		}
	}
	switch {
	case hasSuffix(f.Column, changeHeads) && f.Row != "", hasSuffix(f.Row, changeHeads) && f.Column != "":
		return "%", unitOfPercent
	case countedBy(f.Column) != "":
		return countedUnit(countedBy(f.Column), f.Unit)
	case hasSuffix(f.Column, wordHeads):
		return "", noUnit
	}
	unit, _, class := unitAt(f.Unit)
	return unit, class
}

// countedBy gives the unit that a column's head counts by: 人 of 参保人数. Empty
// where it names none.
func countedBy(head string) string {
	noun, ok := strings.CutSuffix(head, "数")
	if !ok {
		return ""
	}
	for _, w := range countedHeads {
		if strings.HasSuffix(noun, w) {
			return w
		}
	}
	return ""
}

// countedHeads are the units that a head may count by, longest first.
var countedHeads = strings.Fields(`人次 户次 批次 人 户 个 件 次 家 项 台 辆 张 名 头 天 起 宗`)

// countedUnit is the unit of a column that counts by w: that of the table where it
// is one of w, such as 万人.
func countedUnit(w, table string) (string, unitClass) {
	if unit, _, class := unitAt(table); strings.HasSuffix(unit, w) {
		return unit, class
	}
	return w, unitOfCount
}

// isPeriod tells a head that is a time whose figures stand below: 2024年, 上年, 1月.
func isPeriod(head string) bool {
	digits := strings.TrimLeft(head, "0123456789XＸ")
	return digits != head && slices.Contains(periodUnits, strings.TrimSpace(digits)) || slices.Contains(periods, head)
}

// What the heads of such columns are, and end in behind a number.
var (
	periods     = strings.Fields(`本年 上年 去年 今年 全年 本月 上月 本期 上期 累计 同期 上年同期 一季度 二季度 三季度 四季度 上半年 下半年`)
	periodUnits = strings.Fields(`年 年度 月 月份 季度 年末 年底`)
)
