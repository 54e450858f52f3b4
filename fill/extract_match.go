package fill

import "strings"

// pattern is a paragraph as fixed texts with values between: fixed[0] value
// fixed[1] value … fixed[n].
type pattern struct {
	fixed []string
	fits  []func(text string) bool // by value: whether its field could print it
}

// pattern gives the paragraph's pattern; placeholders without a field are
// fixed text.
func (x *extraction) pattern(para *paragraph) *pattern {
	p := &pattern{}
	at := 0
	for k, m := range para.marks {
		f := x.t.fieldOf[para.first+k]
		if f < 0 {
			continue
		}
		field, mark := &x.t.fields[f], string(para.text[m.start:m.end])
		p.fixed = append(p.fixed, string(para.text[at:m.start]))
		p.fits = append(p.fits, func(text string) bool {
			if text == "" || text == mark {
				return true
			}
			_, ok := field.fromPrinted(text)
			return ok
		})
		at = m.end
	}
	p.fixed = append(p.fixed, string(para.text[at:]))
	return p
}

// matcher seeks the ways in which a text follows a pattern. What has been
// sought from a place is not sought again, so that time is bounded by the
// values times the places at which they can end.
type matcher struct {
	*pattern
	text string
	ways map[[2]int]int // by value and place: the number of ways, at most 2
	end  map[[2]int]int // where the value ends on the first of them
}

// match gives the values of the first way in which the text follows the
// pattern, and the number of ways, at most 2.
func (p *pattern) match(text string) ([]string, int) {
	if !strings.HasPrefix(text, p.fixed[0]) || !strings.HasSuffix(text, p.fixed[len(p.fixed)-1]) {
		return nil, 0
	}
	m := &matcher{p, text, map[[2]int]int{}, map[[2]int]int{}}
	n := m.from(0, len(p.fixed[0]))
	if n == 0 {
		return nil, 0
	}
	values := make([]string, len(p.fits))
	at := len(p.fixed[0])
	for k := range values {
		end := m.end[[2]int{k, at}]
		values[k] = text[at:end]
		at = end + len(p.fixed[k+1])
	}
	return values, n
}

// from counts the ways in which value k can begin at a place.
func (m *matcher) from(k, at int) int {
	if k == len(m.fits) {
		if at == len(m.text) {
			return 1
		}
		return 0
	}
	key := [2]int{k, at}
	if n, ok := m.ways[key]; ok {
		return n
	}
	m.ways[key] = 0
	next := m.fixed[k+1]
	for end := m.first(k, at, next); end >= 0 && m.ways[key] < 2; end = m.after(k, end, next) {
		if !m.fits[k](m.text[at:end]) {
			continue
		}
		if n := m.from(k+1, end+len(next)); n > 0 {
			if m.ways[key] == 0 {
				m.end[key] = end
			}
			m.ways[key] = min(2, m.ways[key]+n)
		}
	}
	return m.ways[key]
}

// first gives the first place at which value k can end; -1 for none. The last
// value ends where the last fixed text begins.
func (m *matcher) first(k, at int, next string) int {
	if k == len(m.fits)-1 {
		if end := len(m.text) - len(next); end >= at {
			return end
		}
		return -1
	}
	if next == "" {
		return at
	}
	if i := strings.Index(m.text[at:], next); i >= 0 {
		return at + i
	}
	return -1
}

func (m *matcher) after(k, end int, next string) int {
	if k == len(m.fits)-1 || end >= len(m.text) {
		return -1
	}
	return m.first(k, end+1, next)
}
