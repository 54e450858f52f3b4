package reflate

// A step is one 64-bit word: how many ready bits go before it (16 bits), the
// distance less one (16), the holes between source and target (16), and the
// length of the match that moves (16), or one of the kinds below.
type step uint64

// The kinds of step, in the place of a length.
const (
	stepHole  = 0 // a value
	stepTable = 1 // the next block's codes
	stepReady = 2 // ready bits that are too many: their number takes the next 32 bits
)

const maxReady = 1<<16 - 1

func newStep(ready, dist, back, kind uint64) step {
	return step(ready | dist<<16 | back<<32 | kind<<48)
}

func (s step) ready() uint  { return uint(s & 0xffff) }
func (s step) dist() uint32 { return uint32(s>>16) & 0xffff }
func (s step) back() int    { return int(s>>32) & 0xffff }
func (s step) kind() int    { return int(s >> 48) }
func (s step) many() uint   { return uint(s>>16) & 0xffffffff }

// table is the codes of one block that a fill needs: each its bits, and their
// number from tableShift on.
type table struct {
	lit    [literals]uint32
	dist   [32]uint32
	length [litSymbols - firstLength]uint8 // bits of a length symbol with its extra bits
}

const tableShift = 16

func newTable(b *block) table {
	var t table
	for i := range t.lit {
		t.lit[i] = uint32(b.lit[i].bits) | uint32(b.lit[i].n)<<tableShift
	}
	for i, c := range b.dist {
		t.dist[i] = uint32(c.bits) | uint32(c.n)<<tableShift
	}
	for i := range t.length {
		t.length[i] = b.lit[firstLength+i].n + lengthExtra[i]
	}
	return t
}

// builder makes the program of the tokens.
type builder struct {
	text
	bits    bitWriter
	pending int // ready bits since the last step
	pos     int // in the text
	steps   []step
	targets []uint32
	tables  []table
	moved   int
}

// add appends a block.
func (b *builder) add(tokens []token, last bool) {
	var c counts
	c.add(tokens, b.bytes[b.pos:])
	codes := newBlock(&c)
	if c.holes > 0 || c.moved > 0 {
		b.tables = append(b.tables, newTable(codes))
		b.step(newStep(0, 0, 0, stepTable))
	}
	codes.begin(&b.bits, last)
	for _, t := range tokens {
		b.token(t, codes)
		b.pos += t.size()
	}
	codes.writeLit(&b.bits, endOfBlock)
}

// token appends a token.
func (b *builder) token(t token, codes *block) {
	switch t.length {
	case hole:
		b.step(newStep(0, 0, 0, stepHole))
	case literal:
		codes.writeLit(&b.bits, int(t.lit))
	default:
		codes.writeLength(&b.bits, t.length)
		if t.moves() {
			b.moved++
			b.step(newStep(0, uint64(t.dist), uint64(t.back), uint64(t.length)))
		} else {
			codes.writeDist(&b.bits, t.dist)
		}
	}
}

// step appends a step with the ready bits before it.
func (b *builder) step(s step) {
	n := uint64(b.bits.total - b.pending)
	b.pending = b.bits.total
	if n > maxReady {
		b.append(newStep(0, n&0xffff, n>>16, stepReady))
		n = 0
	}
	b.append(s | step(n))
}

func (b *builder) append(s step) {
	b.steps = append(b.steps, s)
	b.targets = append(b.targets, uint32(b.pos))
}

// finish hands the program over.
func (b *builder) finish(p *Program) {
	b.step(newStep(0, 0, 0, stepReady)) // of none, for the bits before it
	p.ready = b.bits.readable()
	p.steps, p.targets, p.tables, p.moved = b.steps, b.targets, b.tables, b.moved
}
