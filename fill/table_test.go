package fill

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	ft "reportfill/fill/filltest"
)

// cellOf is a table cell with properties before its text.
func cellOf(properties, text string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + string(ft.P(ft.T(text))) + "</w:tc>"
}

func rowOf(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

// TestTableHeads holds which cells head the row and the column of a figure.
func TestTableHeads(t *testing.T) {
	var wide []string
	for i := range 14 {
		wide = append(wide, cellOf("", fmt.Sprintf("列%d", i)))
	}
	tests := []struct {
		name string
		rows []string
		want []string // of each placeholder: row/column
	}{
		{"plain", []string{
			rowOf(cellOf("", "项目"), cellOf("", "金额")),
			rowOf(cellOf("", "收入"), cellOf("", "X")),
		}, []string{"收入/金额"}},
		{"a head over two columns", []string{
			rowOf(cellOf("", "项目"), cellOf(`<w:gridSpan w:val="2"/>`, "金额"), cellOf("", "占比")),
			rowOf(cellOf("", "收入"), cellOf("", "X"), cellOf("", "X"), cellOf("", "X")),
		}, []string{"收入/金额", "收入/金额", "收入/占比"}},
		{"a cell over twelve columns", []string{
			rowOf(wide...),
			rowOf(cellOf("", "收入"), cellOf(`<w:gridSpan w:val="12"/>`, "合并"), cellOf("", "X")),
		}, []string{"收入/列13"}},
		{"columns left out before a row", []string{
			rowOf(cellOf("", "项目"), cellOf("", "科目"), cellOf("", "金额")),
			rowOf(`<w:trPr><w:gridBefore w:val="1"/></w:trPr>`, cellOf("", "税收"), cellOf("", "X")),
		}, []string{"税收/金额"}},
		{"a head that goes on in the rows below", []string{
			rowOf(cellOf("", "项目"), cellOf("", "科目"), cellOf("", "金额")),
			rowOf(cellOf(`<w:vMerge w:val="restart"/>`, "收入"), cellOf("", "税收"), cellOf("", "X")),
			rowOf(cellOf(`<w:vMerge/>`, ""), cellOf("", "非税"), cellOf("", "X")),
			rowOf(cellOf(`<w:vMerge w:val="continue"/>`, ""), cellOf("", "转移"), cellOf("", "X")),
		}, []string{"收入/金额", "收入/金额", "收入/金额"}},
		{"a span that no table has", []string{
			rowOf(cellOf(`<w:gridSpan w:val="2000000000"/>`, "项目"), cellOf("", "金额")),
			rowOf(cellOf("", "收入"), cellOf("", "X")),
		}, []string{"收入/金额"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := ft.Markup("<w:tbl><w:tblPr/><w:tblGrid/>" + strings.Join(tt.rows, "") + "</w:tbl>")
			p, err := Open(ft.Doc{Body: []ft.Markup{table, ft.P()}}.Docx(), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, ph := range p.placeholders {
				got = append(got, ph.Row+"/"+ph.Column)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}
