package fill

import "strings"

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
	wordHeads = []string{"单位", "部门", "名称", "备注", "说明", "类别", "人", "电话", "时间", "日期", "序号", "编号", "地点", "率", "系数", "倍数", "指数", "人数", "户数", "个数", "件数", "次数", "家数", "项目数", "比例"}
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
		return false
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
	case hasSuffix(f.Column, wordHeads):
		return "", noUnit
	}
	unit, _, class := unitAt(f.Unit)
	return unit, class
}
