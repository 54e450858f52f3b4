package reflate

import "sync"

// Append appends the raw deflate stream (RFC 1951) of the text with values[i] in
// hole i to dst, and returns it with the length and the CRC-32 (IEEE) of that
// text. It panics unless there is one value for each hole.
//
// Values are not searched for matches. ok is false, and dst as it was given,
// where they are so much longer than was expected that the text is better
// deflated anew: Deflate does so.
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
	const most = 1 << 30 // so that the sums hold
	return min(most, max(p.reserve*p.holes(), len(p.bytes)/16, 64))
}

// sums is the bytes in the holes before each of the latest chunks: of those before
// chunk i at i modulo its size.
type sums [maxBack + 1]uint32

var sumsPool = sync.Pool{New: func() any { return new(sums) }}

// filler is a stream that is being written.
type filler struct {
	*Program
	buf    []byte // up to its capacity
	need   int    // bytes of buf that the stream may take
	end    cursor
	read   uint   // bits of the program's ready bits
	codes  *table // of the block
	blocks int    // whose codes were taken
	chunk  int
	sums   *sums
	now    uint32 // bytes in the holes before here
}

// fill appends the stream. The values have total bytes.
func (p *Program) fill(dst []byte, values [][]byte, total int) []byte {
	f := filler{Program: p, buf: dst, end: cursor{at: len(dst)}, sums: sumsPool.Get().(*sums)}
	f.sums[0] = 0
	f.room(len(dst) + p.bound(total))
	for i := 0; i < len(p.steps); i++ {
		var n int
		f.end, n = f.codes.matches(f.buf, f.end, p.steps[i:], f.sums, f.now)
		if i += n; i == len(p.steps) {
			break
		}
		switch s := p.steps[i]; s.kind() {
		case stepReady:
			f.ready(s.many())
		case stepHole:
			f.ready(s.many())
			f.hole(values[f.chunk])
		case stepTable:
			f.ready(s.many())
			f.codes = &p.tables[f.blocks]
			f.blocks++
		case stepMatch:
			f.literals(s, p.target(i))
		}
	}
	sumsPool.Put(f.sums)
	return f.end.close(f.buf)
}

// target is the fixed text that the match of step i stands for.
func (p *Program) target(i int) []byte {
	return p.bytes[p.targets[i]:][:minMatch+int(p.lengths[i])]
}

// bound is more bytes than a stream with so many bytes of values takes.
func (p *Program) bound(values int) int {
	const slack = 16 // what may be written past the end
	return len(p.ready) + loadBits/8*len(p.steps) + maxCode*values/8 + slack
}

// room sees to it that the stream may take so many bytes.
func (f *filler) room(need int) {
	f.need = need
	if need > cap(f.buf) {
		grown := make([]byte, need+need/8)
		copy(grown, f.buf)
		f.buf = grown
	}
	f.buf = f.buf[:cap(f.buf)]
}

// ready appends the next n of the program's ready bits.
func (f *filler) ready(n uint) {
	f.end = copyBits(f.buf, f.end, f.Program.ready, f.read, n)
	f.read += n
}

// hole appends a value.
func (f *filler) hole(v []byte) {
	f.end = f.codes.literals(f.buf, f.end, v)
	f.now += uint32(len(v))
	f.chunk++
	f.sums[f.chunk&maxBack] = f.now
}

// literals appends a match whose distance passes the window as what it stands
// for. The length at the end of its ready bits is taken back.
func (f *filler) literals(s step, target []byte) {
	f.room(f.need + 2*len(target))
	f.end = f.end.put(f.buf, s.bits(), s.n())
	f.end = f.end.rewind(f.buf, uint(f.codes.length[lengthSymbols[len(target)]]))
	f.end = f.codes.literals(f.buf, f.end, target)
}
