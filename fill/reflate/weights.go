package reflate

import "unicode/utf8"

// weights is what a block's code is built for: the counts of its fixed text in
// units of one weightUnit-th, and what the fills may bring besides.
type weights struct {
	lit  [litSymbols]uint32
	dist [distSymbols]uint32
}

// weightUnit is the weight of one occurrence.
const weightUnit = 16

// leastMoved is the least distance symbol that a moving match may take: its
// source and target are apart, so its distance is three at least.
const leastMoved = 2

// What one hole is taken to bring: a figure such as 12345.6, in units.
const (
	digitsWeight = 8 // each digit
	pointWeight  = 10
)

// weightsFor is the weights of a block with these counts. Every symbol that
// some fill may need has a weight: all literals where there is a hole, the bytes
// of moving matches, which become literals where the window ends before their
// source, and all distances that a moving match may take.
func weightsFor(c *counts) *weights {
	w := new(weights)
	for s, n := range c.lit {
		w.lit[s] = n * weightUnit
	}
	for s, n := range c.dist {
		w.dist[s] = n * weightUnit
	}
	w.lit[endOfBlock] = weightUnit
	if c.holes > 0 {
		w.expectValues(c.holes)
	}
	for b, n := range c.spare {
		if n > 0 {
			w.lit[b] = max(w.lit[b], 1)
		}
	}
	if c.moved > 0 {
		for s := leastMoved; s < distSymbols; s++ {
			w.dist[s] = max(w.dist[s], 1)
		}
	}
	w.twoDistances()
	return w
}

// twoDistances sees to it that there are two distance codes: some inflaters take
// none, or a lone one of one bit, for an error (3.2.7 allows both).
func (w *weights) twoDistances() {
	used := 0
	for _, n := range w.dist {
		if n > 0 {
			used++
		}
	}
	for s := 0; used < 2; s++ {
		if w.dist[s] == 0 {
			w.dist[s] = 1
			used++
		}
	}
}

// expectValues adds what values in so many holes are taken to hold.
func (w *weights) expectValues(holes uint32) {
	for b := byte('0'); b <= '9'; b++ {
		w.lit[b] += holes * digitsWeight
	}
	w.lit['.'] += holes * pointWeight
	for b := range literals {
		w.lit[b] = max(w.lit[b], leastWeight(byte(b)))
	}
}

// leastWeight is the weight of a byte that the fixed text may lack.
func leastWeight(b byte) uint32 {
	switch {
	case b >= 0xE4 && b <= 0xE9, b >= utf8.RuneSelf && b < 0xC0: // Chinese in UTF-8
		return 4
	case b >= ' ' && b <= '~':
		return 2
	}
	return 1
}
