package fill

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// alike is the least likeness of sentences that are taken for the same, and
// apart the lead that the best must have over the second best.
const (
	alike = 0.6
	apart = 0.1
)

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
	oldGrams, newGrams := gramsOf(old, rest), gramsOf(next, fresh)
	for k, i := range fresh {
		if m.ambiguous[i] != nil {
			continue
		}
		best, lead := bestOf(newGrams[k], oldGrams)
		if best < 0 || lead.first < alike || m.new[rest[best]] >= 0 {
			continue
		}
		back, returned := bestOf(oldGrams[best], newGrams)
		switch {
		case lead.first-lead.second < apart:
			m.ambiguous[i] = lead.near(rest)
		case back == k && returned.first-returned.second >= apart:
			m.pair(rest[best], i, true)
		}
	}
}

// grams are the pairs of characters around a placeholder, its mark among them.
type grams map[[2]rune]int

func gramsOf(ps []Placeholder, of []int) []grams {
	out := make([]grams, len(of))
	for k, i := range of {
		out[k] = grams{}
		last := utf8.RuneError
		before, after := []rune(ps[i].Before), []rune(ps[i].After)
		window := slices.Concat(before[max(0, len(before)-40):], []rune{0}, after[:min(len(after), 20)])
		for _, r := range window {
			if unicode.IsDigit(r) || unicode.IsSpace(r) {
				continue
			}
			out[k][[2]rune{last, r}]++
			last = r
		}
	}
	return out
}

// likeness is the Dice coefficient of two multisets of pairs.
func (g grams) likeness(h grams) float64 {
	common, total := 0, 0
	for pair, n := range g {
		common += min(n, h[pair])
		total += n
	}
	for _, n := range h {
		total += n
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}

// ranking is how well candidates fared.
type ranking struct {
	first, second float64
	scores        []float64
}

// bestOf gives the index of the candidate most like g; -1 for none.
func bestOf(g grams, candidates []grams) (int, ranking) {
	best, r := -1, ranking{}
	for i, c := range candidates {
		s := g.likeness(c)
		r.scores = append(r.scores, s)
		switch {
		case s > r.first:
			best, r.first, r.second = i, s, r.first
		case s > r.second:
			r.second = s
		}
	}
	return best, r
}

// near gives those of the candidates that are about as good as the best.
func (r ranking) near(of []int) []int {
	var out []int
	for i, s := range r.scores {
		if r.first-s < apart {
			out = append(out, of[i])
		}
	}
	return out
}
