package reflate

// step is, from the lowest bit: the distance less one of a match that moves (16
// bits), the chunk of its source modulo the size of sums (16), the number of ready
// bits before its distance (5), and these bits (27).
//
// A step of ready bits alone passes for a match at noDist in its own chunk, whose
// distance code has no bits. Any other step passes for one beyond the window, and
// has noMatch in place of the number of bits; above it are its kind (2) and the
// number of the program's ready bits that go before it (25).
type step uint64

// The kinds of step.
const (
	stepReady = 0 // nothing but the ready bits, which are many
	stepHole  = 1 // a value
	stepTable = 2 // the next block's codes
	stepMatch = 3 // or ready bits that pass for one
)

const (
	noDist    = 1         // less one; a match that moves is further
	beyond    = 1<<16 - 1 // also less one
	noMatch   = 1<<5 - 1
	matchBits = 27        // the most ready bits of a match
	maxReady  = 1<<25 - 1 // and of another step
)

// distBits is the most bits of a distance: the longest code and its extra bits.
const distBits = maxCode + 13

// A match's ready bits and its distance are put at once.
const _ = uint(loadBits - distBits - matchBits)

// newStep is a step with n bits.
func newStep(dist uint16, source int, bits uint64, n uint) step {
	return step(uint64(dist) | uint64(source&maxBack)<<16 | uint64(n)<<32 | bits<<37)
}

// otherStep is a step in a chunk that is no match, after n ready bits.
func otherStep(kind, chunk, n int) step {
	return newStep(beyond, chunk, uint64(kind)|uint64(n)<<2, noMatch)
}

func (s step) dist() uint32 { return uint32(s & 0xffff) }
func (s step) source() int  { return int(s>>16) & maxBack }
func (s step) n() uint      { return uint(s>>32) & 31 }
func (s step) bits() uint64 { return uint64(s >> 37) }
func (s step) many() uint   { return uint(s >> 39) }

func (s step) kind() int {
	if s.n() != noMatch {
		return stepMatch
	}
	return int(s>>37) & 3
}
