package web

// settle puts the texts of a final document, by placeholder, in the place of the
// inputs.
func (s *Sheet) settle(texts []string) {
	s.Apart = nil
	s.replace(func(in *Input) Piece {
		return Piece{Filled: &Filled{Text: texts[in.Number-1], Before: in.Before, After: in.After}}
	})
}

// replace puts a piece in the place of each input.
func (s *Sheet) replace(piece func(*Input) Piece) {
	for i := range s.Chunks {
		replaceInputs(s.Chunks[i].Blocks, piece)
	}
}

func replaceInputs(blocks []Block, piece func(*Input) Piece) {
	for i := range blocks {
		for k, p := range blocks[i].Pieces {
			if p.Input != nil {
				blocks[i].Pieces[k] = piece(p.Input)
			}
		}
		if blocks[i].Table == nil {
			continue
		}
		for _, row := range blocks[i].Table.Rows {
			for _, cell := range row {
				replaceInputs(cell.Blocks, piece)
			}
		}
	}
}
