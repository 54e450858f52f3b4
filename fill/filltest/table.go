package filltest

import (
	"fmt"
	"strings"
)

// Table is a table of rows of cells' texts.
func Table(rows ...[]string) Markup {
	blocks := make([][]Markup, len(rows))
	for i, row := range rows {
		for _, text := range row {
			blocks[i] = append(blocks[i], P(T(text)))
		}
	}
	return TableOf(blocks...)
}

// TableOf is a table of rows of cells, each of blocks that end in a paragraph.
func TableOf(rows ...[]Markup) Markup {
	var b strings.Builder
	columns := 0
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, cell := range row {
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>%s</w:tc>`, cell)
		}
		b.WriteString("</w:tr>")
		columns = max(columns, len(row))
	}
	grid := strings.Repeat(`<w:gridCol w:w="2000"/>`, columns)
	return Markup("<w:tbl><w:tblPr/><w:tblGrid>" + grid + "</w:tblGrid>" + b.String() + "</w:tbl>")
}
