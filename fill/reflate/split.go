package reflate

// A segment is cut into so many units at most, of so many tokens at least; blocks
// are rows of units.
const (
	units     = 16
	leastUnit = 256
)

// split cuts the tokens of a span into the rows that make the smallest blocks.
func split(t text, tokens []token, s span) []span {
	ends := make([]span, 0, units) // ends[i]: from the beginning to the end of unit i
	sums := make([]counts, units)
	size := max(leastUnit, (len(tokens)+units-1)/units)
	whole := s
	whole.to, whole.lastHole = s.from, s.hole
	for len(tokens) > 0 {
		n := min(size, len(tokens))
		sums[len(ends)].add(tokens[:n], t.bytes[whole.to:])
		whole = advance(whole, tokens[:n])
		ends, tokens = append(ends, whole), tokens[n:]
	}
	if len(ends) == 0 {
		return []span{s}
	}
	return rows(cheapest(sums[:len(ends)]), ends, s)
}

// advance is s with the tokens added at its end.
func advance(s span, tokens []token) span {
	for _, t := range tokens {
		s.to += t.size()
		if t.length == hole {
			s.lastHole++
		}
	}
	return s
}

// cheapest is, for each unit, the first unit of the block that ends with it, in
// the division of all units up to there into the smallest blocks.
func cheapest(sums []counts) []int {
	best := make([]int, len(sums)+1) // bits of the blocks before unit i
	from := make([]int, len(sums))
	for end := range sums {
		var c counts
		for begin := end; begin >= 0; begin-- {
			c.plus(&sums[begin])
			n := best[begin] + newBlock(&c).bits
			if begin == end || n < best[end+1] {
				best[end+1], from[end] = n, begin
			}
		}
	}
	return from
}

// rows is the spans of the blocks, in order.
func rows(from []int, ends []span, s span) []span {
	var reversed []span
	for end := len(from) - 1; end >= 0; end = from[end] - 1 {
		row := ends[end]
		row.from, row.hole = s.from, s.hole
		if from[end] > 0 {
			before := ends[from[end]-1]
			row.from, row.hole = before.to, before.lastHole
		}
		reversed = append(reversed, row)
	}
	out := make([]span, 0, len(reversed))
	for i := len(reversed) - 1; i >= 0; i-- {
		out = append(out, reversed[i])
	}
	return out
}
