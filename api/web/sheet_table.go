package web

import "reportfill/fill"

// Table is a table of a draft. Cells that a draft merges downwards stand empty.
type Table struct{ Rows [][]Cell }

// Cell is one cell: blocks, tables in it among them.
type Cell struct {
	Span   int // columns of the grid that it covers
	Head   bool
	Blocks []Block
}

// tableLength is how many of the paragraphs belong to the table that the first
// stands in, those of tables in its cells included. A table in a cell is followed
// by a paragraph of the cell (ECMA-376 part 1, 17.4.65), so that the outer table
// comes again behind it.
func tableLength(ps []fill.Paragraph) int {
	n := 0
	for i, p := range ps {
		if p.Cell != nil && p.Part == ps[0].Part && p.Cell.Table == ps[0].Cell.Table {
			n = i + 1
		}
	}
	return n
}

// table lays out paragraphs that are one table.
func (b *sheetBuilder) table(ps []fill.Paragraph) Block {
	t := &Table{}
	for i := 0; i < len(ps); {
		n, block := 1, Block{}
		if ps[i].Cell.Table == ps[0].Cell.Table {
			block = Block{Class: "text" + alignment(ps[i]), Pieces: b.pieces(ps[i])}
			t.put(ps[i].Cell.Row, ps[i].Cell.Column, block)
		} else {
			n = tableLength(ps[i:])
			t.put(ps[i-1].Cell.Row, ps[i-1].Cell.Column, b.table(ps[i:i+n]))
		}
		i += n
	}
	return Block{Class: "table", Table: t}
}

// put adds a block to the cell; cells come in the order of rows and columns.
func (t *Table) put(row, column int, block Block) {
	for len(t.Rows) <= row {
		t.Rows = append(t.Rows, nil)
	}
	cells, at := t.Rows[row], 0
	for i := range cells {
		if at == column {
			cells[i].Blocks = append(cells[i].Blocks, block)
			return
		}
		at += cells[i].Span
	}
	if n := len(cells); n > 0 && column > at {
		cells[n-1].Span += column - at
	}
	t.Rows[row] = append(cells, Cell{Span: 1, Head: row == 0, Blocks: []Block{block}})
}
