package reflate

import "slices"

// builder makes the program of the tokens.
type builder struct {
	text
	pos     int       // in the text
	now     int       // the chunk there
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
		b.now++
	case t.length == literal:
		codes.writeLit(&b.run, int(t.lit))
	case t.moves():
		if b.run.total+codes.lengthBits(t.length) > matchBits {
			b.flush()
		}
		codes.writeLength(&b.run, t.length)
		bits, n := b.run.low()
		b.run.reset()
		b.step(newStep(t.dist, b.now-int(t.back), bits, n), uint8(t.length-minMatch))
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
		b.step(newStep(noDist, b.now, load(bits, pos)&(1<<n-1), n), 0)
	}
	b.run.reset()
}

// other appends a step that is no match, with the ready bits before it.
func (b *builder) other(kind int) {
	n := b.run.total
	b.run.appendTo(&b.ready)
	b.run.reset()
	for ; n > maxReady; n -= maxReady {
		b.step(otherStep(stepReady, b.now, maxReady), 0)
	}
	b.step(otherStep(kind, b.now, n), 0)
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
	p.steps, p.tables = slices.Clone(b.steps), slices.Clone(b.tables)
	p.targets, p.lengths = slices.Clone(b.targets), slices.Clone(b.lengths)
}
