package web

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	ft "reportfill/fill/filltest"
)

// outlineOf writes a sheet down: a line for each chunk with its parts, one for each
// block, inputs as [number] with what stays on their line in brackets.
func outlineOf(s *Sheet) string {
	var b strings.Builder
	for _, c := range s.Chunks {
		fmt.Fprintf(&b, "-- %s%s\n", c.Role, c.Parts)
		for _, block := range c.Blocks {
			fmt.Fprintf(&b, "%s %s\n", block.ID, blockText(block))
		}
	}
	return b.String()
}

func blockText(b Block) string {
	if b.Table == nil {
		return fmt.Sprintf("%s/%d: %s", b.Class, b.Level, piecesText(b.Pieces))
	}
	var rows []string
	for _, row := range b.Table.Rows {
		var cells []string
		for _, cell := range row {
			var blocks []string
			for _, inner := range cell.Blocks {
				blocks = append(blocks, blockText(inner))
			}
			cells = append(cells, strings.Join(blocks, " "))
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return "{" + strings.Join(rows, " // ") + "}"
}

func piecesText(ps []Piece) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.Text)
		if p.Input != nil {
			fmt.Fprintf(&b, "<%s[%d]%s>", p.Input.Before, p.Input.Number, p.Input.After)
		}
	}
	return b.String()
}

func TestSheet(t *testing.T) {
	p := func(text string) ft.Markup { return ft.P(ft.T(text)) }
	for _, tt := range []struct {
		name string
		doc  ft.Doc
		want string
	}{
		{"headings nest, levels in HTML grow by one", ft.Doc{Body: []ft.Markup{
			p("前言X元"), p("（一）小节"), p("完成X%，居第X位。"), p("一、大节"), p("（一）其一"), p("二、又一"), p("X个"),
		}}, `-- 
b1 text indent/0: 前言<[1]元>
-- b2
b2 h2/2: （一）小节
b3 text indent/0: 完成<[2]%>，居<第[3]位>。
-- b4
b4 h1/2: 一、大节
-- b4 b5
b5 h2/3: （一）其一
-- b6
b6 h1/2: 二、又一
b7 text indent/0: <[4]个>
`},
		{"a table in a table's cell", ft.Doc{Body: []ft.Markup{
			ft.TableOf(
				[]ft.Markup{p("项目"), p("金额")},
				[]ft.Markup{ft.Join(p("合计"), ft.Table([]string{"其中", "X"}), p("")), p("X万元")},
			), p("后记"),
		}}, `-- 
b1 {text/0: 项目 | text/0: 金额 // text/0: 合计 {text/0: 其中 | text/0: <[1]>} text/0:  | text/0: <[2]万>元}
b2 text indent/0: 后记
`},
		{"other stories by the values in them", ft.Doc{
			Body: []ft.Markup{p("正文X元（-X%）。")}, Headers: []ft.Markup{p("X市财政局")}, Footers: []ft.Markup{p("— 1 —")},
		}, `-- 
b1 text indent/0: 正文<[1]元><（-[2]%>）。
-- header
b2 text/0: <[3]市>财政局
`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := fill.Open(tt.doc.Docx(), fill.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			ps, err := doc.Paragraphs()
			if err != nil {
				t.Fatal(err)
			}
			sheet := NewSheet(ps, func(number int) *Input { return &Input{Number: number} })
			if diff := cmp.Diff(tt.want, outlineOf(sheet)); diff != "" {
				t.Errorf("the sheet (-want +got):\n%s", diff)
			}
		})
	}
}

func TestChunksAreBounded(t *testing.T) {
	var lines []string
	for range 5 * maxChunk {
		lines = append(lines, "收入X元")
	}
	doc, err := fill.Open(ft.Docx(lines...), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	ps, err := doc.Paragraphs()
	if err != nil {
		t.Fatal(err)
	}
	sheet := NewSheet(ps, func(number int) *Input { return &Input{Number: number} })
	if got, want := len(sheet.Chunks), 5; got != want {
		t.Errorf("%d paragraphs are in %d chunks, want %d", len(lines), got, want)
	}
}
