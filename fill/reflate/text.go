package reflate

// text is the fixed text with its holes.
type text struct {
	bytes []byte
	ends  []int // where each chunk ends; hole i lies at ends[i]
}

// textOf joins chunks. It copies them.
func textOf(chunks [][]byte) text {
	n := 0
	for _, c := range chunks {
		n += len(c)
	}
	t := text{bytes: make([]byte, 0, n), ends: make([]int, 0, max(1, len(chunks)))}
	for _, c := range chunks {
		t.bytes = append(t.bytes, c...)
		t.ends = append(t.ends, len(t.bytes))
	}
	if len(t.ends) == 0 {
		t.ends = append(t.ends, 0)
	}
	return t
}

// holes is the number of holes.
func (t text) holes() int { return len(t.ends) - 1 }

// chunk is the bytes of chunk i.
func (t text) chunk(i int) []byte {
	if i == 0 {
		return t.bytes[:t.ends[0]]
	}
	return t.bytes[t.ends[i-1]:t.ends[i]]
}
