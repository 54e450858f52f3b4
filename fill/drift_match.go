package fill

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholderMatches says for each placeholder of a new draft which of the old
// draft's it is.
type placeholderMatches struct {
	old       []int         // by index of the new one: index of the old one, -1 for none
	new       []int         // the other way round
	edited    []bool        // by index of the new one: the words have changed
	ambiguous map[int][]int // indexes
}

// matchPlaceholders compares two drafts in steps, each over what the steps
// before have left: the same sentence; the same words close around the mark,
// with digits aside (上年 2025 becomes 2026); a sentence much alike.
func matchPlaceholders(old, next []Placeholder) *placeholderMatches {
	m := &placeholderMatches{old: make([]int, len(next)), new: make([]int, len(old)),
		edited: make([]bool, len(next)), ambiguous: map[int][]int{}}
	for i := range m.old {
		m.old[i] = -1
	}
	for i := range m.new {
		m.new[i] = -1
	}
	m.byKey(old, next, wholeSentence, false)
	m.byKey(old, next, wordsAround, true)
	m.byLikeness(old, next)
	return m
}

// wholeSentence is a placeholder with its sentence and what heads it.
func wholeSentence(p Placeholder) string {
	return strings.Join([]string{p.Part, p.Row, p.Column, p.Before, p.Text, p.After}, "\x00")
}

// Characters on either side of a mark that tell it from others.
const (
	closeBefore = 14
	closeAfter  = 8
)

// wordsAround is what stands close around a placeholder, digits aside.
func wordsAround(p Placeholder) string {
	before, after := []rune(p.Before), []rune(p.After)
	return strings.Join([]string{p.Row, p.Column,
		withoutDigits(string(before[max(0, len(before)-closeBefore):])),
		withoutDigits(string(after[:min(len(after), closeAfter)]))}, "\x00")
}

func withoutDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// byKey pairs the placeholders that are left and have the same key. Where there
// are as many in both drafts they are paired in order; where not, and no field
// is the same for all, it cannot be told which is which.
func (m *placeholderMatches) byKey(old, next []Placeholder, key func(Placeholder) string, edited bool) {
	groups := map[string][2][]int{}
	for i, p := range old {
		if m.new[i] < 0 {
			g := groups[key(p)]
			g[0] = append(g[0], i)
			groups[key(p)] = g
		}
	}
	var order []string
	for i, p := range next {
		if m.old[i] >= 0 || m.ambiguous[i] != nil {
			continue
		}
		k := key(p)
		g := groups[k]
		if g[1] == nil {
			order = append(order, k)
		}
		g[1] = append(g[1], i)
		groups[k] = g
	}
	for _, k := range order {
		m.pairGroup(groups[k][0], groups[k][1], edited)
	}
}

func (m *placeholderMatches) pairGroup(old, next []int, edited bool) {
	switch {
	case len(old) == 0:
	case len(old) == len(next):
		for k := range old {
			m.pair(old[k], next[k], edited)
		}
	case !edited:
		for _, i := range next {
			m.ambiguous[i] = old
		}
	}
}

func (m *placeholderMatches) pair(old, next int, edited bool) {
	m.new[old], m.old[next], m.edited[next] = next, old, edited
}

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

// drift tells the matches in numbers. Those that keep their order among the
// others have stayed, however many came before them; the rest has moved.
func (m *placeholderMatches) drift(fields []string) Drift {
	var d Drift
	stayed := longestAscending(m.old)
	for i, old := range m.old {
		switch c := (Carried{old + 1, i + 1, "", m.edited[i]}); {
		case m.ambiguous[i] != nil:
			a := Ambiguity{New: i + 1}
			for _, o := range m.ambiguous[i] {
				a.Old = append(a.Old, o+1)
			}
			d.Ambiguous = append(d.Ambiguous, a)
		case old < 0:
			d.New = append(d.New, i+1)
		case stayed[i]:
			c.Field = fields[old]
			d.Stayed = append(d.Stayed, c)
		default:
			c.Field = fields[old]
			d.Moved = append(d.Moved, c)
		}
	}
	for i, n := range m.new {
		if n < 0 && !d.mayBe(i+1) {
			d.Gone = append(d.Gone, i+1)
		}
	}
	return d
}

// mayBe tells whether an ambiguous placeholder could be this one.
func (d *Drift) mayBe(old int) bool {
	return slices.ContainsFunc(d.Ambiguous, func(a Ambiguity) bool { return slices.Contains(a.Old, old) })
}

// longestAscending marks the members of a longest ascending subsequence;
// negative members are passed over.
func longestAscending(s []int) []bool {
	var tails []int // by length - 1: index of the least last member
	before := make([]int, len(s))
	for i, v := range s {
		if v < 0 {
			continue
		}
		k, _ := slices.BinarySearchFunc(tails, v, func(j, v int) int { return s[j] - v })
		if before[i] = -1; k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	in := make([]bool, len(s))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			in[i] = true
		}
	}
	return in
}
