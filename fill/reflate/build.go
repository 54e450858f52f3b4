package reflate

import "slices"

// step is, from the lowest bit: the distance less one of a match that moves (16
// bits), the holes between its source and its target (16), the number of ready
// bits before its distance (5), and these bits (27).
//
// A step of ready bits alone passes for a match at noDist in its own chunk, whose
// distance code has no bits. Any other step passes for one beyond the window, and
// has noMatch in place of the number of bits; above it are its kind (2) and the
// number of the program's ready bits that go before it (25).
type step uint64

// The kinds of step that are no match.
const (
	stepReady = 0 // nothing but the ready bits, which are many
	stepHole  = 1 // a value
	stepTable = 2 // the next block's codes
)

const (
	noDist    = 1 // less one; a match that moves is further
	beyond    = 1<<16 - 1
	noMatch   = 1<<5 - 1
	matchBits = 27        // the most ready bits of a match
	maxReady  = 1<<25 - 1 // and of another step
)

// matchStep is the step of a match after n ready bits.
func matchStep(dist, back uint16, bits uint64, n uint) step {
	return step(uint64(dist) | uint64(back)<<16 | uint64(n)<<32 | bits<<37)
}

// bitsStep is the step of n ready bits alone.
func bitsStep(bits uint64, n uint) step { return matchStep(noDist, 0, bits, n) }

// otherStep is a step that is no match, after n ready bits.
func otherStep(kind, n int) step {
	return matchStep(beyond, 0, uint64(kind)|uint64(n)<<2, noMatch)
}

func (s step) dist() uint32 { return uint32(s & 0xffff) }
func (s step) back() int    { return int(s >> 16) } // modulo the size of sums
func (s step) n() uint      { return uint(s>>32) & 31 }
func (s step) bits() uint64 { return uint64(s >> 37) }
func (s step) kind() int    { return int(s>>37) & 3 }
func (s step) many() uint   { return uint(s >> 39) }

// table is the codes of one block that a fill needs.
type table struct {
	lit    [literals]uint32                // the bits, and their number from tableShift on
	dist   [32]distCode                    // that of noDist the last but one
	length [litSymbols - firstLength]uint8 // bits of a length symbol with its extra bits
}

// distCode makes the code and the extra bits of a distance d less one. From the
// lowest bit: what to add to (d-1)<<n, which takes the symbol's least distance
// off (32 bits); n, the bits of the code (8); these and the extra bits (8).
type distCode uint64

func newDistCode(bits uint32, n, extra uint8) distCode {
	return distCode(uint64(bits) | uint64(n)<<32 | uint64(n+extra)<<40)
}

// noDistCode makes nothing of noDist.
var noDistCode = newDistCode(^uint32(0), 0, 0)

// put is the code and the extra bits, and their number.
func (d distCode) put(less1 uint32) (uint64, uint) {
	return uint64(uint32(d) + less1<<(d>>32&31)), uint(d >> 40)
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

// builder makes the program of the tokens.
type builder struct {
	text
	pos     int       // in the text
	run     bitWriter // the ready bits since the last step
	ready   bitWriter // those of the steps that are no match
	steps   []step
	targets []uint32
	lengths []uint8
	tables  []table
}

// add appends a block.
func (b *builder) add(tokens []token, last bool) {
	var c counts
	c.add(tokens, b.bytes[b.pos:])
	codes := newBlock(&c)
	if c.holes > 0 || c.moved > 0 {
		b.tables = append(b.tables, newTable(codes))
		b.other(stepTable)
	}
	codes.begin(&b.run, last)
	for _, t := range tokens {
		b.token(t, codes)
		b.pos += t.size()
	}
	codes.writeLit(&b.run, endOfBlock)
}

// token appends a token.
func (b *builder) token(t token, codes *block) {
	switch {
	case t.length == hole:
		b.other(stepHole)
	case t.length == literal:
		codes.writeLit(&b.run, int(t.lit))
	case t.moves():
		if b.run.total+codes.lengthBits(t.length) > matchBits {
			b.flush()
		}
		codes.writeLength(&b.run, t.length)
		bits, n := b.run.low()
		b.run.reset()
		b.step(matchStep(t.dist, t.back, bits, n), uint8(t.length-minMatch))
	default:
		codes.writeLength(&b.run, t.length)
		codes.writeDist(&b.run, t.dist)
	}
}

// flush appends steps for the ready bits.
func (b *builder) flush() {
	if b.run.total > 4*matchBits {
		b.other(stepReady)
		return
	}
	bits := b.run.readable()
	for pos, end := uint(0), uint(b.run.total); pos < end; pos += matchBits {
		n := min(end-pos, matchBits)
		b.step(bitsStep(load(bits, pos)&(1<<n-1), n), 0)
	}
	b.run.reset()
}

// other appends a step that is no match, with the ready bits before it.
func (b *builder) other(kind int) {
	n := b.run.total
	b.run.appendTo(&b.ready)
	b.run.reset()
	for ; n > maxReady; n -= maxReady {
		b.step(otherStep(stepReady, maxReady), 0)
	}
	b.step(otherStep(kind, n), 0)
}

func (b *builder) step(s step, length uint8) {
	b.steps = append(b.steps, s)
	b.targets = append(b.targets, uint32(b.pos))
	b.lengths = append(b.lengths, length)
}

// finish hands the program over.
func (b *builder) finish(p *Program) {
	b.other(stepReady)
	p.ready = b.ready.readable()
	p.steps, p.targets, p.lengths, p.tables = slices.Clip(b.steps), slices.Clip(b.targets), slices.Clip(b.lengths), slices.Clip(b.tables)
}
