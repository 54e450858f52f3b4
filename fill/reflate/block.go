package reflate

// block is the Huffman codes of one block (RFC 1951, 3.2.3) and what it costs.
type block struct {
	lit    [codeSymbols]code
	dist   [distSymbols]code
	header *header // nil for the fixed codes
	bits   int     // of the block with its header, its holes being empty
}

// newBlock is the shorter of the dynamic and the fixed block for a row of tokens.
func newBlock(c *counts) *block {
	var lit [codeSymbols]uint8
	var dist [distSymbols]uint8
	w := weightsFor(c)
	codeLengths(lit[:litSymbols], w.lit[:], maxCode)
	codeLengths(dist[:], w.dist[:], maxCode)
	b := &block{header: newHeader(&lit, &dist)}
	b.bits = b.header.size() + dataBits(c, &lit, &dist)
	fixedLit, fixedDist := fixedLengths()
	if n := 3 + dataBits(c, &fixedLit, &fixedDist); n <= b.bits {
		b.bits, b.header, lit, dist = n, nil, fixedLit, fixedDist
	}
	canonical(b.lit[:], lit[:])
	canonical(b.dist[:], dist[:])
	return b
}

// codeSymbols is the literal/length symbols that have a fixed code: two of them
// stand for nothing.
const codeSymbols = 288

// fixedLengths is the code lengths of 3.2.6, but for the two last distance
// symbols, which stand for nothing.
func fixedLengths() (lit [codeSymbols]uint8, dist [distSymbols]uint8) {
	for s := range lit {
		switch {
		case s < 144:
			lit[s] = 8
		case s < 256:
			lit[s] = 9
		case s < 280:
			lit[s] = 7
		default:
			lit[s] = 8
		}
	}
	for s := range dist {
		dist[s] = 5
	}
	return lit, dist
}

// dataBits is the bits of the tokens counted, and of the end of the block.
func dataBits(c *counts, lit *[codeSymbols]uint8, dist *[distSymbols]uint8) int {
	n := int(lit[endOfBlock])
	for s, k := range c.lit {
		n += int(k) * int(lit[s])
		if s >= firstLength {
			n += int(k) * int(lengthExtra[s-firstLength])
		}
	}
	for s, k := range c.dist {
		n += int(k) * (int(dist[s]) + distExtra(s))
	}
	return n
}

// distExtra is the number of extra bits of a distance symbol.
func distExtra(symbol int) int { return max(0, symbol/2-1) }

// begin writes the header.
func (b *block) begin(w *bitWriter, last bool) {
	if b.header == nil {
		writeKind(w, fixedBlock, last)
	} else {
		b.header.write(w, last)
	}
}

// writeLit writes a literal or the end of the block.
func (b *block) writeLit(w *bitWriter, symbol int) {
	w.write(uint64(b.lit[symbol].bits), uint(b.lit[symbol].n))
}

// writeLength writes the length of a match.
func (b *block) writeLength(w *bitWriter, n uint16) {
	s := lengthSymbols[n]
	b.writeLit(w, firstLength+int(s))
	w.write(uint64(n-lengthBase[s]), uint(lengthExtra[s]))
}

// lengthBits is the bits that writeLength writes.
func (b *block) lengthBits(n uint16) int {
	s := lengthSymbols[n]
	return int(b.lit[firstLength+int(s)].n) + int(lengthExtra[s])
}

// writeDist writes the distance of a match that does not move.
func (b *block) writeDist(w *bitWriter, less1 uint16) {
	s, extra := distSymbol(uint32(less1))
	w.write(uint64(b.dist[s].bits), uint(b.dist[s].n))
	w.write(uint64(less1)&(1<<extra-1), uint(extra))
}
