package sheet

import (
	"fmt"

	"github.com/shopspring/decimal"

	"reportfill/fill"
)

func noResult(c Cell) fill.Text {
	return textOf(
		fmt.Sprintf("单元格 %s 是公式，但文件中没有它的计算结果。请在 Excel 或 WPS 中打开并保存一次，或直接填数", c.Ref),
		fmt.Sprintf("cell %s is a formula that was saved without its result: open the file in Excel and save it, or type the value", c.Ref))
}

func cellError(c Cell) fill.Text {
	return textOf(
		fmt.Sprintf("单元格 %s 是错误值 %s。请改正公式，或直接填数", c.Ref, c.Raw),
		fmt.Sprintf("cell %s holds the error %s: mend its formula, or type the value", c.Ref, c.Raw))
}

func otherShown(c Cell) fill.Text {
	return textOf(
		fmt.Sprintf("单元格 %s 显示“%s”，实际存的是 %s，无法确定取哪一个。请将单元格格式改为“常规”后重新填写", c.Ref, c.Shown, c.Raw),
		fmt.Sprintf("cell %s shows %q but holds %s: set its format to General and type the value again", c.Ref, c.Shown, c.Raw))
}

func percentShown(c Cell, f fill.Field) fill.Text {
	unit := f.Unit
	if unit == "" {
		unit = "—"
	}
	return textOf(
		fmt.Sprintf("单元格 %s 显示“%s”，但此处单位是 %s，不是百分数。请将单元格格式改为“常规”后重新填写", c.Ref, c.Shown, unit),
		fmt.Sprintf("cell %s shows %q, but the unit is %s, not a percentage: set its format to General and type the value again", c.Ref, c.Shown, unit))
}

func roundedShown(c Cell, stored decimal.Decimal) fill.Text {
	return textOf(
		fmt.Sprintf("单元格 %s 显示“%s”，实际存的是 %s；按实际值取数，如不对请重新填写", c.Ref, c.Shown, stored),
		fmt.Sprintf("cell %s shows %q but holds %s, which was taken: type the value again if that is wrong", c.Ref, c.Shown, stored))
}
