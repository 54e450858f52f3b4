package web

import (
	"fmt"
	"strings"

	"reportfill/fill"
)

// Sheet is the text of a draft laid out for a browser.
type Sheet struct {
	Parts  []Part // the outline, in reading order
	Chunks []Chunk
	Apart  []Input // of fields that stand nowhere in the text
}

// Part is one entry of the outline: a heading, or the document's title.
type Part struct {
	ID    string // of the heading's element
	Level int    // 0 for the title, 1 to 9 for headings
	Title string
}

// Chunk is blocks that a browser may leave undrawn while they are out of sight.
type Chunk struct {
	Parts  string // ids of the headings that it stands under, with blanks between
	Role   string // empty for the main text: header, footer, footnotes …
	Blocks []Block
}

// Block is a paragraph or a table.
type Block struct {
	ID     string
	Level  int    // of a heading as HTML has it, 2 to 6; 0 for others
	Class  string // title, h1 … h3 by the look, text; with the alignment
	Pieces []Piece
	Table  *Table
}

// Piece is text, or what stands in the place of a placeholder: an input, the
// text of a final report, or the mark as an author sees it.
type Piece struct {
	Text   string
	Input  *Input
	Filled *Filled
	Mark   *Mark
}

// Filled is the text of a final report, with what stays on its line.
type Filled struct{ Before, Text, After string }

// maxChunk is how many blocks a chunk holds.
const maxChunk = 12

// NewSheet lays the text of a template out. input makes the input of a placeholder,
// nil for one that is left as it is.
func NewSheet(ps []fill.Paragraph, input func(number int) *Input) *Sheet {
	b := &sheetBuilder{sheet: &Sheet{}, input: input}
	for i := 0; i < len(ps); {
		if ps[i].Role != mainRole && !bound(ps[i], input) {
			i++
			continue
		}
		if ps[i].Cell != nil {
			n := tableLength(ps[i:])
			b.add(ps[i], b.table(ps[i:i+n]))
			i += n
			continue
		}
		b.paragraph(ps[i])
		i++
	}
	return b.sheet
}

// mainRole is the role of the main document's story.
const mainRole = "officeDocument"

// bound tells whether a paragraph takes a value.
func bound(p fill.Paragraph, input func(int) *Input) bool {
	for _, m := range p.Marks {
		if input(m.Number) != nil {
			return true
		}
	}
	return false
}

// sheetBuilder is the state of NewSheet.
type sheetBuilder struct {
	sheet  *Sheet
	input  func(number int) *Input
	above  []Part // the headings that the next block stands under
	level  int    // of the last heading, as HTML has it
	blocks int
	blank  bool // the last paragraph was empty
}

func (b *sheetBuilder) paragraph(p fill.Paragraph) {
	blank := strings.TrimSpace(p.Text) == ""
	if blank && b.blank {
		return
	}
	b.blank = blank
	block := Block{Class: "text", Pieces: b.pieces(p)}
	heading := p.Role == mainRole && p.Level != 0 && !blank
	if heading {
		block.Class, block.Level = b.heading(p)
	}
	block.Class += alignment(p)
	b.add(p, block)
	if heading && len(b.above) > 0 {
		b.sheet.Parts = append(b.sheet.Parts, b.above[len(b.above)-1])
	}
}

// heading opens the part that a heading begins and gives how it looks and its
// level in HTML. A title's part ends with the first heading. Levels in HTML grow
// by one at most, whatever the draft does.
func (b *sheetBuilder) heading(p fill.Paragraph) (class string, level int) {
	part := Part{ID: fmt.Sprintf("b%d", b.blocks+1), Level: max(p.Level, 0), Title: outlineTitle(p)}
	for n := len(b.above); n > 0 && b.above[n-1].Level >= part.Level; n-- {
		b.above = b.above[:n-1]
	}
	if len(b.above) == 1 && b.above[0].Level == 0 {
		b.above = nil
	}
	b.above = append(b.above[:len(b.above):len(b.above)], part)
	if p.Level < 0 {
		b.level = 2
		return "title", 2
	}
	b.level = min(p.Level+1, max(b.level, 1)+1, 6)
	return fmt.Sprintf("h%d", min(p.Level, 4)), b.level
}

// add puts a block into the present chunk, or into a new one where a part or a
// story begins or the chunk is full.
func (b *sheetBuilder) add(p fill.Paragraph, block Block) {
	b.blocks++
	block.ID = fmt.Sprintf("b%d", b.blocks)
	role, parts := "", b.parts()
	if p.Role != mainRole {
		role, parts = p.Role, ""
	}
	chunks := b.sheet.Chunks
	if n := len(chunks); n == 0 || chunks[n-1].Parts != parts || chunks[n-1].Role != role || len(chunks[n-1].Blocks) >= maxChunk {
		b.sheet.Chunks = append(chunks, Chunk{Parts: parts, Role: role})
	}
	last := &b.sheet.Chunks[len(b.sheet.Chunks)-1]
	last.Blocks = append(last.Blocks, block)
}

func (b *sheetBuilder) parts() string {
	ids := make([]string, len(b.above))
	for i, p := range b.above {
		ids[i] = p.ID
	}
	return strings.Join(ids, " ")
}

// printable takes the places of objects, such as pictures, out of text.
func printable(text string) string { return strings.ReplaceAll(text, "\uFFFC", "") }

// outlineTitle is a heading with an ellipsis in the place of each placeholder.
func outlineTitle(p fill.Paragraph) string {
	var s strings.Builder
	from := 0
	for _, m := range p.Marks {
		s.WriteString(p.Text[from:m.From] + "…")
		from = m.To
	}
	return strings.Join(strings.Fields(printable(s.String()+p.Text[from:])), " ")
}

// alignment is the class of a paragraph's w:jc (ECMA-376 part 1, 17.18.44).
func alignment(p fill.Paragraph) string {
	switch p.Align {
	case "center", "right":
		return " " + p.Align
	case "end":
		return " right"
	}
	if p.Role == mainRole && p.Level == 0 && p.Cell == nil && !strings.HasPrefix(p.Text, "　") {
		return " indent"
	}
	return ""
}
