package reflate

import (
	"cmp"
	"math/bits"
	"slices"
)

// code is one symbol's Huffman code: bits as they are written, the first in the
// lowest place, and their number; 0 for a symbol that is not used.
type code struct {
	bits uint16
	n    uint8
}

// node is a symbol or a package of symbols in package-merge.
type node struct {
	weight uint64
	symbol int // -1 for a package
}

// codeLengths sets n[s] to the bits of symbol s in an optimal prefix code of no
// code longer than limit, 0 where weights[s] is 0. A lone symbol gets one bit.
//
// This is package-merge: at each of limit levels the symbols are merged with
// the pairs of the level before, and a symbol's length is the number of levels
// in which it is among the cheapest 2·(symbols-1).
func codeLengths(n []uint8, weights []uint32, limit int) {
	clear(n)
	var symbols []node
	for s, w := range weights {
		if w > 0 {
			symbols = append(symbols, node{uint64(w), s})
		}
	}
	if len(symbols) == 1 {
		n[symbols[0].symbol] = 1
	}
	if len(symbols) < 2 {
		return
	}
	slices.SortFunc(symbols, func(a, b node) int { return cmp.Compare(a.weight, b.weight) })
	levels := make([][]node, limit)
	levels[0] = symbols
	for i := 1; i < limit; i++ {
		levels[i] = mergeLevel(symbols, levels[i-1])
	}
	take := 2*len(symbols) - 2
	for i := limit - 1; i >= 0; i-- {
		packages := 0
		for _, m := range levels[i][:take] {
			if m.symbol < 0 {
				packages++
			} else {
				n[m.symbol]++
			}
		}
		take = 2 * packages
	}
}

// mergeLevel is the symbols and the pairs of the level before, by weight.
func mergeLevel(symbols, before []node) []node {
	level := make([]node, 0, len(symbols)+len(before)/2)
	for i := 0; i+1 < len(before); i += 2 {
		weight := before[i].weight + before[i+1].weight
		for len(symbols) > 0 && symbols[0].weight <= weight {
			level, symbols = append(level, symbols[0]), symbols[1:]
		}
		level = append(level, node{weight, -1})
	}
	return append(level, symbols...)
}

// canonical sets codes from their lengths (RFC 1951, 3.2.2).
func canonical(codes []code, lengths []uint8) {
	var count, next [maxCode + 1]uint16
	for _, n := range lengths {
		count[n]++
	}
	count[0] = 0
	for n := 1; n <= maxCode; n++ {
		next[n] = (next[n-1] + count[n-1]) << 1
	}
	for s, n := range lengths {
		codes[s] = code{}
		if n > 0 {
			codes[s] = code{bits.Reverse16(next[n]) >> (16 - n), n}
			next[n]++
		}
	}
}
