package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"reportfill/fill"
)

// role is what a cell of the form is for.
type role uint8

const (
	roleText role = iota
	roleTitle
	roleHeader
	roleHeading
	roleInput
	roleComputed
)

// style is how a cell looks. Equal styles share one of the workbook's.
type style struct {
	role    role
	format  string // number format; empty is General
	centred bool
}

// The colours of the form. Yellow is what is to be filled in.
const (
	colourHeader  = "DDE6F0"
	colourHeading = "F0F3F7"
	colourInput   = "FFFBE6"
	colourLocked  = "F5F5F5"
	colourMissing = "FFD966"
	colourLine    = "BFC7D1"
)

// The fonts of the form are on every Chinese Windows and in WPS.
const (
	fontText    = "宋体"
	fontHeading = "黑体"
)

func (b *formWriter) styleID(s style) int {
	if id, ok := b.styles[s]; ok {
		return id
	}
	id, err := b.file.NewStyle(s.excelize())
	b.keep(err)
	b.styles[s] = id
	return id
}

func (s style) excelize() *excelize.Style {
	out := &excelize.Style{
		Font:       &excelize.Font{Family: fontText, Size: 11},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: true},
		Protection: &excelize.Protection{Locked: s.role != roleInput},
		Border:     lines(),
	}
	if s.format != "" {
		out.CustomNumFmt = &s.format
	}
	if s.centred {
		out.Alignment.Horizontal = "center"
	}
	switch s.role {
	case roleTitle:
		out.Font = &excelize.Font{Family: fontHeading, Size: 14, Bold: true}
		out.Border = nil
	case roleHeader:
		out.Font = &excelize.Font{Family: fontHeading, Size: 11, Bold: true}
		out.Alignment.Horizontal = "center"
		out.Fill = solid(colourHeader)
	case roleHeading:
		out.Font = &excelize.Font{Family: fontHeading, Size: 11, Bold: true}
		out.Fill = solid(colourHeading)
	case roleInput:
		out.Fill = solid(colourInput)
	case roleComputed:
		out.Fill = solid(colourLocked)
	}
	return out
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func lines() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: colourLine, Style: 1})
	}
	return out
}

// formatOf is the number format of a field's cell, with the decimals of the
// value where the field sets none. Percentages are General: in a cell of
// another format Excel takes a typed 12.5% for 0.125 without showing it.
func formatOf(f fill.Field, value string) string {
	whole := "0"
	if f.Grouping {
		whole = "#,##0"
	}
	switch f.Kind {
	case fill.KindText:
		return "@"
	case fill.KindDate:
		return "yyyy-mm-dd"
	case fill.KindPercent:
		return ""
	case fill.KindDecimal:
		decimals := len(value) - strings.LastIndexByte(value, '.') - 1
		if !strings.Contains(value, ".") {
			decimals = 0
		}
		switch {
		case f.Decimals != nil:
			decimals = *f.Decimals
		case decimals == 0:
			return ""
		}
		if decimals > 0 {
			return whole + "." + strings.Repeat("0", decimals)
		}
	}
	return whole
}

// colourMissing colours the cells that are still to be filled in.
func (b *formWriter) colourMissing() {
	id, err := b.file.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourMissing}}})
	b.keep(err)
	values := valueColumn.at(firstRow) + ":" + valueColumn.at(firstRow+max(len(b.rows), 1)-1)
	first := "$" + requiredColumn.at(firstRow)
	b.keep(b.file.SetConditionalFormat(b.sheet, values, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "AND(" + first + "=1,LEN(TRIM($" + valueColumn.at(firstRow) + "))=0)", Format: &id,
	}}))
}
