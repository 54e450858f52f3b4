package reflate

import (
	"math/bits"
	"slices"
	"sync"
)

// Append appends the raw deflate stream (RFC 1951) of the text with values[i] in
// hole i to dst, and returns it with the length and the CRC-32 (IEEE) of that
// text. It panics unless there is one value for each hole.
//
// Values are not searched for matches. ok is false, and dst is as it was, where
// they are longer than was expected of them, so that the text is better deflated
// anew: Deflate does so.
func (p *Program) Append(dst []byte, values [][]byte) (out []byte, size int, crc uint32, ok bool) {
	p.expect(values)
	total := 0
	for _, v := range values {
		total += len(v)
	}
	if len(p.steps) == 0 || total > p.limit() {
		return dst, 0, 0, false
	}
	return p.fill(dst, values, total), len(p.bytes) + total, p.crc(values), true
}

// limit is the most bytes of values that Append takes: what was expected, or so
// little beside the fixed text that it does not matter.
func (p *Program) limit() int {
	return max(p.reserve*p.holes(), len(p.bytes)/16, 64)
}

// crc is the CRC-32 of the text with the values.
func (p *Program) crc(values [][]byte) uint32 {
	r := crcMul(^uint32(0), p.pieces[0].shift) ^ p.pieces[0].crc
	for i, v := range values {
		r = crcBytes(r, v)
		if next := p.pieces[i+1]; next.shift != crcOne {
			r = crcMul(r, next.shift) ^ next.crc
		}
	}
	return ^r
}

// sums is the bytes in all holes before each of the latest holes: those before
// hole i at i%len.
type sums [maxBack + 1]uint32

var sumsPool = sync.Pool{New: func() any { return new(sums) }}

// fill appends the stream. The values have total bytes.
func (p *Program) fill(dst []byte, values [][]byte, total int) []byte {
	need := len(dst) + p.bound(total)
	buf := extend(dst, need)
	c := cursor{at: len(dst)}
	t, tables := new(table), p.tables
	filled, latest := 0, sumsPool.Get().(*sums)
	latest[0] = 0
	var pos uint // in the ready bits
	for i := 0; i < len(p.steps); i++ {
		var n int
		c, n = t.matches(buf, c, p.steps[i:], latest, filled)
		if i += n; i == len(p.steps) {
			break
		}
		s := p.steps[i]
		if s.n() != noMatch {
			target := p.target(i)
			need += 2 * len(target)
			buf = extend(buf[:c.at+1], need)
			c = t.literals(buf, t.withoutLength(buf, c.put(buf, s.bits(), s.n()), target), target)
			continue
		}
		c = copyBits(buf, c, p.ready, pos, s.many())
		pos += s.many()
		switch s.kind() {
		case stepHole:
			c = t.literals(buf, c, values[filled])
			latest[(filled+1)&maxBack] = latest[filled&maxBack] + uint32(len(values[filled]))
			filled++
		case stepTable:
			t, tables = &tables[0], tables[1:]
		}
	}
	sumsPool.Put(latest)
	return c.end(buf)
}

// target is the fixed text that the match of step i stands for.
func (p *Program) target(i int) []byte {
	return p.bytes[p.targets[i]:][:minMatch+int(p.lengths[i])]
}

// matches appends the matches at the head of steps, up to the first step that is
// none or whose distance passes the window, and returns how many there were.
func (t *table) matches(buf []byte, c cursor, steps []step, latest *sums, filled int) (cursor, int) {
	now := latest[filled&maxBack]
	for i, s := range steps {
		less1 := s.dist() + now - latest[(filled-s.back())&maxBack]
		if less1 >= window {
			return c, i
		}
		dist, k := t.distance(less1)
		n := s.n()
		c = c.put(buf, s.bits()|dist<<n, n+k)
	}
	return c, len(steps)
}

// distBits is the most bits of a distance: the longest code and its extra bits.
const distBits = maxCode + 13

// bound is more bytes than a stream with so many bytes of values takes.
func (p *Program) bound(values int) int {
	const slack = 16 // what may be written past the end
	return len(p.ready) + loadBits/8*len(p.steps) + (maxCode*values)>>3 + slack
}

// extend is buf up to its capacity, of need bytes at least.
func extend(buf []byte, need int) []byte {
	if need > cap(buf) {
		buf = slices.Grow(buf, need-len(buf))
	}
	return buf[:cap(buf)]
}

// distance is the code and the extra bits of the distance of a match that moves,
// and their number. The symbol is that of distSymbol.
func (t *table) distance(less1 uint32) (uint64, uint) {
	extra := uint32(bits.Len32(less1)) - 2
	return t.dist[(2*extra+less1>>(extra&31))&31].put(less1)
}

// withoutLength takes the length of a match back from the stream.
func (t *table) withoutLength(buf []byte, c cursor, target []byte) cursor {
	return c.rewind(buf, uint(t.length[lengthSymbols[len(target)]]))
}

// literals appends the bytes of v as literals.
func (t *table) literals(buf []byte, c cursor, v []byte) cursor {
	for ; len(v) >= 3; v = v[3:] {
		x, y, z := t.lit[v[0]], t.lit[v[1]], t.lit[v[2]]
		n, m := uint(x>>tableShift), uint(y>>tableShift)
		bits := uint64(x&0xffff) | uint64(y&0xffff)<<(n&63) | uint64(z&0xffff)<<((n+m)&63)
		c = c.put(buf, bits, n+m+uint(z>>tableShift))
	}
	for _, b := range v {
		c = c.put(buf, uint64(t.lit[b]&0xffff), uint(t.lit[b]>>tableShift))
	}
	return c
}
