package reflate

// maxText is the most fixed text that is compiled. A longer one is deflated anew
// each time.
const maxText = 1 << 28

// Compile compresses the fixed text once. The chunks are the pieces of the fixed
// text in order: between chunks[i] and chunks[i+1] lies hole i. There is one
// chunk more than there are holes, and chunks may be empty; they are copied.
//
// A value is expected to need reserve bytes at most on average: where the values
// are longer in all, Append refuses, and where they are longer within a window of
// deflate's, a few matches are lost. Of the window, a hole takes reserve bytes.
//
// It takes some 50 ms for 100 kB, and seconds for 20 MB.
func Compile(chunks [][]byte, reserve int) *Program {
	t := textOf(chunks)
	p := &Program{text: t, reserve: min(max(0, reserve), maxText)}
	for i := range t.ends {
		p.pieces = append(p.pieces, pieceOf(t.chunk(i)))
	}
	if len(t.bytes) > maxText {
		return p
	}
	e := effortFor(len(t.bytes))
	parser := &parser{finder: newFinder(t, p.reserve, e), costs: firstCosts()}
	b := &builder{text: t}
	for s := (span{}); ; s.from, s.hole = s.to, s.lastHole {
		s = segment(t, s)
		parser.load(s.from, s.to)
		spans := parser.blocks(s, e)
		for i, tokens := range spans {
			b.add(tokens, s.to == len(t.bytes) && i == len(spans)-1)
		}
		if s.to == len(t.bytes) {
			break
		}
	}
	b.finish(p)
	return p
}

// segment is the segment that begins where s does. Holes at its end are of the
// next one, but for the last.
func segment(t text, s span) span {
	s.to = min(s.from+segmentSize, len(t.bytes))
	for s.lastHole < t.holes() && (t.ends[s.lastHole] < s.to || s.to == len(t.bytes)) {
		s.lastHole++
	}
	return s
}

// blocks is the tokens of the blocks of a segment.
func (p *parser) blocks(s span, e effort) [][]token {
	var tokens []token
	for range e.passes {
		tokens = p.parse(tokens[:0], s)
		p.learn(tokens, s)
	}
	spans := split(p.text, tokens, s)
	whole := p.costs
	rows := make([][]token, len(spans))
	for i, row := range spans {
		p.costs = whole
		for range e.refine {
			rows[i] = p.parse(rows[i][:0], row)
			p.learn(rows[i], row)
		}
	}
	p.costs = whole
	return rows
}

// learn sets the costs by the tokens of a span.
func (p *parser) learn(tokens []token, s span) {
	var c counts
	c.add(tokens, p.bytes[s.from:])
	p.costs = costsFor(&c)
}
