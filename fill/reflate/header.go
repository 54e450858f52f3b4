package reflate

// The kinds of block (RFC 1951, 3.2.3), as written after the bit that tells the last.
const (
	fixedBlock   = 1
	dynamicBlock = 2
)

// The code length alphabet (3.2.7): lengths 0 to 15, and three that repeat.
const (
	repeatPrevious = 16 // 3 to 6 times, 2 extra bits
	repeatZero     = 17 // 3 to 10 times, 3 extra bits
	repeatZeros    = 18 // 11 to 138 times, 7 extra bits
	clSymbols      = 19
	maxCLCode      = 7
)

// clOrder is the order in which the code lengths of that alphabet are sent.
var clOrder = [clSymbols]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// clItem is one symbol of the code length alphabet with its extra bits.
type clItem struct{ symbol, extra uint8 }

// clExtra is the number of extra bits of a symbol.
func clExtra(symbol uint8) uint {
	switch symbol {
	case repeatPrevious:
		return 2
	case repeatZero:
		return 3
	case repeatZeros:
		return 7
	}
	return 0
}

// header is what precedes the data of a dynamic block.
type header struct {
	lits, dists, cls int // symbols sent: HLIT+257, HDIST+1, HCLEN+4
	items            []clItem
	lengths          [clSymbols]uint8
	codes            [clSymbols]code
}

// newHeader is the shortest header found for the code lengths of a block.
func newHeader(lit *[codeSymbols]uint8, dist *[distSymbols]uint8) *header {
	h := &header{lits: endOfBlock + 1, dists: 1}
	for s, n := range lit {
		if n > 0 {
			h.lits = max(h.lits, s+1)
		}
	}
	for s, n := range dist {
		if n > 0 {
			h.dists = s + 1
		}
	}
	var all [codeSymbols + distSymbols]uint8
	n := copy(all[:], lit[:h.lits])
	n += copy(all[n:], dist[:h.dists])
	h.items = runLengths(all[:n])
	var weights [clSymbols]uint32
	for _, it := range h.items {
		weights[it.symbol]++
	}
	codeLengths(h.lengths[:], weights[:], maxCLCode)
	canonical(h.codes[:], h.lengths[:])
	for h.cls = clSymbols; h.cls > 4 && h.lengths[clOrder[h.cls-1]] == 0; {
		h.cls--
	}
	return h
}

// runLengths is lengths with their runs folded. A run may pass from the
// literal/length codes into the distance codes.
func runLengths(lengths []uint8) []clItem {
	var items []clItem
	for len(lengths) > 0 {
		n, v := 1, lengths[0]
		for n < len(lengths) && lengths[n] == v {
			n++
		}
		lengths = lengths[n:]
		if v == 0 {
			items = appendZeros(items, n)
		} else {
			items = appendRepeats(append(items, clItem{symbol: v}), v, n-1)
		}
	}
	return items
}

// appendZeros appends a run of n lengths of 0.
func appendZeros(items []clItem, n int) []clItem {
	for n >= 11 {
		k := min(n, 138)
		items, n = append(items, clItem{repeatZeros, uint8(k - 11)}), n-k
	}
	if n >= 3 {
		return append(items, clItem{repeatZero, uint8(n - 3)})
	}
	for ; n > 0; n-- {
		items = append(items, clItem{})
	}
	return items
}

// appendRepeats appends n more of v, which precedes them.
func appendRepeats(items []clItem, v uint8, n int) []clItem {
	for n >= 3 {
		k := min(n, 6)
		if n == 7 || n == 8 { // 4+3 and 4+4 leave no rest
			k = 4
		}
		items, n = append(items, clItem{repeatPrevious, uint8(k - 3)}), n-k
	}
	for ; n > 0; n-- {
		items = append(items, clItem{symbol: v})
	}
	return items
}

// size is the bits of the header, with those that tell the kind of block.
func (h *header) size() int {
	n := 3 + 5 + 5 + 4 + 3*h.cls
	for _, it := range h.items {
		n += int(h.lengths[it.symbol]) + int(clExtra(it.symbol))
	}
	return n
}

// write writes the header of a block.
func (h *header) write(w *bitWriter, last bool) {
	writeKind(w, dynamicBlock, last)
	w.write(uint64(h.lits-257), 5)
	w.write(uint64(h.dists-1), 5)
	w.write(uint64(h.cls-4), 4)
	for _, s := range clOrder[:h.cls] {
		w.write(uint64(h.lengths[s]), 3)
	}
	for _, it := range h.items {
		c := h.codes[it.symbol]
		w.write(uint64(c.bits), uint(c.n))
		w.write(uint64(it.extra), clExtra(it.symbol))
	}
}

// writeKind writes the three bits that begin every block.
func writeKind(w *bitWriter, kind uint64, last bool) {
	if last {
		w.write(kind<<1|1, 3)
	} else {
		w.write(kind<<1, 3)
	}
}
