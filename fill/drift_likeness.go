package fill

import (
	"unicode/utf8"
)

const (
	leastLikeness = 0.6 // of sentences that are taken for the same
	leastLead     = 0.1 // of the best over the second best
)

// mostCompared bounds the pairs of placeholders whose sentences are compared. Of
// drafts that differ in more, none is taken for another.
const mostCompared = 1 << 28

// byLikeness pairs what is left where each is the other's best by far.
func (m *placeholderMatches) byLikeness(old, next []Placeholder) {
	left := func(is []int) []int {
		var out []int
		for i, j := range is {
			if j < 0 {
				out = append(out, i)
			}
		}
		return out
	}
	rest, fresh := left(m.new), left(m.old)
	if len(rest)*len(fresh) > mostCompared {
		return
	}
	oldGrams, newGrams := gramsOf(old, rest), gramsOf(next, fresh)
	among, back := newGramIndex(oldGrams), newGramIndex(newGrams)
	for k, i := range fresh {
		if m.ambiguous[i] != nil {
			continue
		}
		best, lead := among.best(newGrams[k])
		if best < 0 || lead.first < leastLikeness || m.new[rest[best]] >= 0 {
			continue
		}
		returned, reverse := back.best(oldGrams[best])
		switch {
		case lead.first-lead.second < leastLead:
			m.ambiguous[i] = among.near(lead.first, rest)
		case returned == k && reverse.first-reverse.second >= leastLead:
			m.pair(rest[best], i, true)
		}
	}
}

// Characters on either side of a mark whose pairs are compared.
const (
	farBefore = 40
	farAfter  = 20
)

// grams are the pairs of characters around a placeholder, its mark among them.
type grams map[[2]rune]int

func gramsOf(ps []Placeholder, of []int) []grams {
	out := make([]grams, len(of))
	for k, i := range of {
		out[k] = grams{}
		last := utf8.RuneError
		window := withoutDigits(lastCharacters(ps[i].Before, farBefore) + "\x00" + firstCharacters(ps[i].After, farAfter))
		for _, r := range window {
			out[k][[2]rune{last, r}]++
			last = r
		}
	}
	return out
}

// gramIndex compares placeholders with one of another draft, all of them at once.
type gramIndex struct {
	having map[[2]rune][]gramCount // the placeholders that have a pair
	totals []int                   // by placeholder: the number of its pairs
	common []int                   // by placeholder: the pairs that it shares with the one sought
	scores []float64               // by placeholder: its likeness to the one sought
}

// gramCount is how often a placeholder has a pair.
type gramCount struct{ at, n int }

func newGramIndex(of []grams) *gramIndex {
	x := &gramIndex{having: map[[2]rune][]gramCount{}, totals: make([]int, len(of)), common: make([]int, len(of)), scores: make([]float64, len(of))}
	for i, g := range of {
		for pair, n := range g {
			x.having[pair] = append(x.having[pair], gramCount{i, n})
			x.totals[i] += n
		}
	}
	return x
}

// ranking is the likeness of the best candidate, and of the one after it.
type ranking struct{ first, second float64 }

// best gives the index of the placeholder most like g; -1 for none. Likeness is
// the Dice coefficient of two multisets of pairs.
func (x *gramIndex) best(g grams) (int, ranking) {
	clear(x.common)
	total := 0
	for pair, n := range g {
		total += n
		for _, c := range x.having[pair] {
			x.common[c.at] += min(n, c.n)
		}
	}
	best, r := -1, ranking{}
	for i, common := range x.common {
		s := 0.0
		if common > 0 {
			s = 2 * float64(common) / float64(total+x.totals[i])
		}
		x.scores[i] = s
		switch {
		case s > r.first:
			best, r.first, r.second = i, s, r.first
		case s > r.second:
			r.second = s
		}
	}
	return best, r
}

// near gives those of the candidates that the last search found about as good as
// the best.
func (x *gramIndex) near(first float64, of []int) []int {
	var out []int
	for i, s := range x.scores {
		if first-s < leastLead {
			out = append(out, of[i])
		}
	}
	return out
}
