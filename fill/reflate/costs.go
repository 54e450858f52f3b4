package reflate

import "math"

// costs is what the symbols cost with their extra bits, in costUnit-ths of a bit.
type costs struct {
	lit    [literals]uint32
	length [maxMatch + 1]uint32
	dist   [distSymbols]uint32
}

const costUnit = 64

// firstCosts is the costs to begin with, when nothing was counted yet.
func firstCosts() *costs {
	c := new(costs)
	for b := range c.lit {
		c.lit[b] = 7 * costUnit
	}
	for n := minMatch; n <= maxMatch; n++ {
		c.length[n] = (5 + uint32(lengthExtra[lengthSymbols[n]])) * costUnit
	}
	for s := range c.dist {
		c.dist[s] = uint32(5+distExtra(s)) * costUnit
	}
	return c
}

// costsFor is the costs by the entropy of a row of tokens.
func costsFor(counts *counts) *costs {
	w := weightsFor(counts)
	c := new(costs)
	lit := entropy(w.lit[:])
	for b := range c.lit {
		c.lit[b] = lit(w.lit[b])
	}
	for n := minMatch; n <= maxMatch; n++ {
		s := lengthSymbols[n]
		c.length[n] = lit(w.lit[firstLength+int(s)]) + uint32(lengthExtra[s])*costUnit
	}
	dist := entropy(w.dist[:])
	for s := range c.dist {
		c.dist[s] = dist(w.dist[s]) + uint32(distExtra(s))*costUnit
	}
	return c
}

// entropy is the cost of a symbol by its weight among ws. A symbol that is not
// used yet costs as one that is used once in two such rows.
func entropy(ws []uint32) func(uint32) uint32 {
	sum := 0.0
	for _, w := range ws {
		sum += float64(w)
	}
	sum = math.Log2(max(sum, weightUnit))
	return func(w uint32) uint32 {
		if w == 0 {
			w = weightUnit / 2
		}
		return uint32(max(0, sum-math.Log2(float64(w))) * costUnit)
	}
}
