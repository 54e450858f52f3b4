package sheet

import (
	"strconv"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// widths are those of the columns, in digits of the normal font.
var widths = [columns]float64{7, 14, 46, 24, 9, 12, 16, 12, 20, 8, 8, 8}

// rowHeight is the height in points of a row with the sentence, at widths: two
// digits to a Chinese character, and as many lines as that takes.
func rowHeight(sentence string) float64 {
	perLine := int(widths[sentenceColumn]) / 2
	lines := (utf8.RuneCountInString(sentence) + perLine - 1) / perLine
	return 6 + 14.5*float64(min(max(lines, 1), 20))
}

// setUpSheet sets widths, freezes the header, hides what people need not see
// and locks all but the input cells. The lock has no password: it keeps from
// slips, not from people.
func (b *formWriter) setUpSheet() {
	for c, width := range widths {
		name := column(c).name()
		b.keep(b.file.SetColWidth(b.sheet, name, name, width))
	}
	b.keep(b.file.SetColVisible(b.sheet, nameColumn.name()+":"+(columns-1).name(), false))
	b.keep(b.file.SetRowHeight(b.sheet, titleRow, 30))
	b.keep(b.file.SetRowHeight(b.sheet, headerRow, 24))
	b.keep(b.file.SetPanes(b.sheet, &excelize.Panes{
		Freeze: true, YSplit: headerRow, TopLeftCell: numberColumn.at(firstRow), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: b.firstInput(), ActiveCell: b.firstInput(), Pane: "bottomLeft"}},
	}))
	b.keep(b.file.AutoFilter(b.sheet, numberColumn.at(headerRow)+":"+demandColumn.at(firstRow+max(len(b.rows), 1)-1), nil))
	above, fit, calc := false, true, true // after the filter, which sets the properties anew
	b.keep(b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{OutlineSummaryBelow: &above, FitToPage: &fit}))
	b.keep(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &calc}))
	b.keep(b.file.ProtectSheet(b.sheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, FormatColumns: true, FormatRows: true, EditScenarios: true,
	}))
	b.keep(b.file.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: "reportfill"}))
}

// firstInput is the cell that the form opens at.
func (b *formWriter) firstInput() string {
	for _, r := range b.rows {
		if !r.isHeading() && !b.Template.Demand(r.field.Name).Computed {
			return valueColumn.at(r.row)
		}
	}
	return valueColumn.at(firstRow)
}

// setUpPrint prints the form on A4 across, one page wide, the header on each.
func (b *formWriter) setUpPrint() {
	a4, across, wide, long := 9, "landscape", 1, 0
	b.keep(b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &long}))
	side, edge := 0.4, 0.6
	b.keep(b.file.SetPageMargins(b.sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge}))
	b.keep(b.file.SetHeaderFooter(b.sheet, &excelize.HeaderFooterOptions{OddFooter: b.text("&C第 &P 页，共 &N 页", "&C&P / &N")}))
	quoted := "'" + b.sheet + "'!"
	last := firstRow + max(len(b.rows), 1) - 1
	for _, name := range [][2]string{
		{"_xlnm.Print_Titles", quoted + "$" + strconv.Itoa(titleRow) + ":$" + strconv.Itoa(headerRow)},
		{"_xlnm.Print_Area", quoted + "$" + numberColumn.name() + "$" + strconv.Itoa(titleRow) + ":$" + demandColumn.name() + "$" + strconv.Itoa(last)},
	} {
		b.keep(b.file.SetDefinedName(&excelize.DefinedName{Name: name[0], RefersTo: name[1], Scope: b.sheet}))
	}
}
