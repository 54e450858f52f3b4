package reflate

import "math/bits"

// table is the codes of one block that a fill needs.
type table struct {
	lit    [literals]uint32                // the bits, and their number from tableShift on
	dist   [32]distCode                    // that of noDist the last but one
	length [litSymbols - firstLength]uint8 // bits of a length symbol with its extra bits
}

const tableShift = 16

func newTable(b *block) table {
	var t table
	for i := range t.lit {
		t.lit[i] = uint32(b.lit[i].bits) | uint32(b.lit[i].n)<<tableShift
	}
	for i, c := range b.dist {
		base := uint32(2+i&1) << distExtra(i)
		t.dist[i] = newDistCode(uint32(c.bits)-base<<c.n, c.n, uint8(distExtra(i)))
	}
	t.dist[30] = noDistCode
	for i := range t.length {
		t.length[i] = b.lit[firstLength+i].n + lengthExtra[i]
	}
	return t
}

// distCode makes the code and the extra bits of a distance d less one. From the
// lowest bit: what to add to (d-1)<<n, which takes the symbol's least distance
// off (32 bits); n, the bits of the code (8); these and the extra bits (8).
type distCode uint64

func newDistCode(bits uint32, n, extra uint8) distCode {
	return distCode(uint64(bits) | uint64(n)<<32 | uint64(n+extra)<<40)
}

// noDistCode makes nothing of noDist.
var noDistCode = newDistCode(-noDist&(1<<32-1), 0, 0)

// put is the code and the extra bits, and their number.
func (d distCode) put(less1 uint32) (uint64, uint) {
	return uint64(uint32(d) + less1<<(d>>32&31)), uint(d >> 40)
}

// distance is the code and the extra bits of the distance of a match that moves,
// and their number. The symbol is that of distSymbol; of noDist it is 30.
func (t *table) distance(less1 uint32) (uint64, uint) {
	extra := uint32(bits.Len32(less1)) - 2
	return t.dist[(2*extra+less1>>(extra&31))&31].put(less1)
}

// matches appends the matches at the head of steps, up to the first step that is
// none or whose distance passes the window, and returns how many there were.
// now is the sum of the chunk that they are in. A fill spends its time here: one
// comparison tells the kinds of step apart, and this is a function of its own so
// that most of what it needs fits the registers.
func (t *table) matches(buf []byte, end cursor, steps []step, sums *sums, now uint32) (cursor, int) {
	for i, s := range steps {
		less1 := s.dist() + now - sums[s.source()]
		if less1 >= window {
			return end, i
		}
		dist, k := t.distance(less1)
		n := s.n()
		end = end.put(buf, s.bits()|dist<<n, n+k)
	}
	return end, len(steps)
}

// literals appends the bytes of v as literals.
func (t *table) literals(buf []byte, end cursor, v []byte) cursor {
	for ; len(v) >= 3; v = v[3:] {
		x, y, z := t.lit[v[0]], t.lit[v[1]], t.lit[v[2]]
		n, m := uint(x>>tableShift), uint(y>>tableShift)
		bits := uint64(x&0xffff) | uint64(y&0xffff)<<(n&63) | uint64(z&0xffff)<<((n+m)&63)
		end = end.put(buf, bits, n+m+uint(z>>tableShift))
	}
	for _, b := range v {
		end = end.put(buf, uint64(t.lit[b]&0xffff), uint(t.lit[b]>>tableShift))
	}
	return end
}
