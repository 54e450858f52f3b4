package web

// settle puts the texts of a final document, by placeholder, in the place of the
// inputs.
func (s *Sheet) settle(texts []string) {
	s.Apart = nil
	for i := range s.Chunks {
		settleBlocks(s.Chunks[i].Blocks, texts)
	}
}

func settleBlocks(blocks []Block, texts []string) {
	for i := range blocks {
		for k, piece := range blocks[i].Pieces {
			if in := piece.Input; in != nil {
				blocks[i].Pieces[k] = Piece{Filled: &Filled{Text: texts[in.Number-1], Before: in.Before, After: in.After}}
			}
		}
		if blocks[i].Table == nil {
			continue
		}
		for _, row := range blocks[i].Table.Rows {
			for _, cell := range row {
				settleBlocks(cell.Blocks, texts)
			}
		}
	}
}
