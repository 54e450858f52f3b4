package fill

import (
	"strings"
	"unicode"
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
	return strings.Join([]string{p.Row, p.Column,
		withoutDigits(lastCharacters(p.Before, closeBefore)),
		withoutDigits(firstCharacters(p.After, closeAfter))}, "\x00")
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
