package reflate

// segmentSize is the bytes of fixed text that are parsed together. No match
// passes from one segment into the next.
const segmentSize = 1 << 18

// span is a row of tokens by what it stands for: bytes and holes of the text.
type span struct{ from, to, hole, lastHole int }

// parser chooses among the matches of one segment at a time.
type parser struct {
	*finder
	costs *costs // by the latest parse
	from  int    // where the segment begins
	found []token
	first []int32  // found[first[i]:first[i+1]] are the matches at from+i
	cost  []uint32 // of the way from here to the end
	step  []token  // the first step of that way
}

// load finds the matches of the text from one position to another.
func (p *parser) load(from, to int) {
	p.from, p.found, p.first = from, p.found[:0], p.first[:0]
	for pos := from; pos < to; {
		p.first = append(p.first, int32(len(p.found)))
		p.found = p.find(p.found, pos)
		pos++
		if n := p.longest(); n >= p.nice {
			for end := min(to, pos-1+n); pos < end; pos++ {
				kept := len(p.found)
				p.first = append(p.first, int32(kept))
				p.found = p.find(p.found, pos)[:kept]
			}
		}
	}
	p.first = append(p.first, int32(len(p.found)))
}

// longest is the length of the longest match at the position loaded last.
func (p *parser) longest() int {
	if last := len(p.found) - 1; last >= int(p.first[len(p.first)-1]) {
		return int(p.found[last].length)
	}
	return 0
}

// parse appends the cheapest row of tokens for a span of the segment.
func (p *parser) parse(dst []token, s span) []token {
	p.cost = append(p.cost[:0], make([]uint32, s.to-s.from+1)...)
	p.step = append(p.step[:0], make([]token, s.to-s.from)...)
	for i := s.to - s.from - 1; i >= 0; i-- {
		p.choose(i, s)
	}
	for pos := s.from; ; {
		for s.hole < s.lastHole && p.ends[s.hole] == pos {
			dst = append(dst, token{length: hole})
			s.hole++
		}
		if pos == s.to {
			return dst
		}
		t := p.step[pos-s.from]
		dst = append(dst, t)
		pos += t.size()
	}
}

// choose sets the cheapest way from position i of the span.
func (p *parser) choose(i int, s span) {
	c, cost := p.costs, p.cost[i:]
	b := p.bytes[s.from+i]
	best, step := cost[1]+c.lit[b], token{length: literal, lit: b}
	at := s.from + i - p.from
	n := minMatch
	for _, m := range p.found[p.first[at]:p.first[at+1]] {
		dist, last := c.dist[m.symbol], min(int(m.length), len(cost)-1)
		if next := p.after(i); int(next.length) >= longMatch && next.dist == m.dist {
			n = max(n, min(last, int(next.length)+1))
			if n < last {
				if k := dist + c.length[n] + cost[n]; k < best {
					best, step = k, m.cut(n)
				}
				n = last
			}
		}
		for ; n <= last; n++ {
			if k := dist + c.length[n] + cost[n]; k < best {
				best, step = k, m.cut(n)
			}
		}
	}
	cost[0], p.step[i] = best, step
}

// longMatch is the length from which a match is not cut anywhere, but where the
// same match was cut at the next position.
const longMatch = 32

// after is the first step of the way from the position after i.
func (p *parser) after(i int) token {
	if i+1 < len(p.step) {
		return p.step[i+1]
	}
	return token{}
}
