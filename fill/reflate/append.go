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
	s := takeSums()
	defer s.give()
	total := s.set(values)
	if len(p.steps) == 0 || total > p.limit() {
		return dst, 0, 0, false
	}
	return p.fill(dst, values, s.sums, total), len(p.bytes) + total, p.crc(values), true
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

// sums is the running sums of the values' lengths: sums[i] is the bytes in the
// holes before hole i.
type sums struct{ sums []uint32 }

var sumsPool = sync.Pool{New: func() any { return new(sums) }}

func takeSums() *sums { return sumsPool.Get().(*sums) }
func (s *sums) give() { sumsPool.Put(s) }

// set sets the sums, and returns the bytes in all holes.
func (s *sums) set(values [][]byte) int {
	s.sums = slices.Grow(s.sums[:0], len(values)+1)[:len(values)+1]
	total := 0
	for i, v := range values {
		s.sums[i] = uint32(total)
		total += len(v)
	}
	s.sums[len(values)] = uint32(total)
	return total
}

// fill appends the stream.
func (p *Program) fill(dst []byte, values [][]byte, sums []uint32, total int) []byte {
	need := len(dst) + p.bound(total)
	buf := extend(dst, need)
	c := cursor{at: len(dst)}
	var pos, filled uint // bits of p.ready, holes
	var now uint32       // bytes in the holes before here
	tables, t := p.tables, (*table)(nil)
	for i, s := range p.steps {
		if n := s.ready(); n <= loadBits {
			c = c.put(buf, load(p.ready, pos)&(1<<n-1), n)
			pos += n
		} else {
			c = copyBits(buf, c, p.ready, pos, n)
			pos += n
		}
		switch s.kind() {
		case stepHole:
			c = t.literals(buf, c, values[filled])
			filled++
			now = sums[filled]
		case stepTable:
			t, tables = &tables[0], tables[1:]
		case stepReady:
			c = copyBits(buf, c, p.ready, pos, s.many())
			pos += s.many()
		default:
			less1 := s.dist() + now - sums[int(filled)-s.back()]
			if less1 < window {
				code, n := t.distance(less1)
				c = c.put(buf, code, n)
				continue
			}
			need += 2 * s.kind()
			buf = extend(buf[:c.at+1], need)
			c = t.literals(buf, t.withoutLength(buf, c, s.kind()), p.bytes[p.targets[i]:][:s.kind()])
		}
	}
	return c.end(buf)
}

// bound is more bytes than a stream with so many bytes of values takes.
func (p *Program) bound(values int) int {
	const distBits = maxCode + 13 // the longest code with its extra bits
	const slack = 16              // what may be written past the end
	return len(p.ready) + (distBits*p.moved+maxCode*values)>>3 + slack
}

// extend is buf up to its capacity, of need bytes at least.
func extend(buf []byte, need int) []byte {
	if need > cap(buf) {
		buf = slices.Grow(buf, need-len(buf))
	}
	return buf[:cap(buf)]
}

// distance is the code and the extra bits of the distance of a match that moves,
// and their number.
func (t *table) distance(less1 uint32) (uint64, uint) {
	extra := uint32(bits.Len32(less1)) - 2
	code := t.dist[(2*extra+less1>>(extra&31))&31]
	n := uint(code >> tableShift)
	return uint64(code&0xffff) | uint64(less1&(1<<(extra&31)-1))<<(n&63), n + uint(extra)
}

// withoutLength takes the length of a match back from the stream.
func (t *table) withoutLength(buf []byte, c cursor, length int) cursor {
	return c.rewind(buf, uint(t.length[lengthSymbols[length]]))
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
