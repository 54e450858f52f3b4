package reflate

import (
	"fmt"
	"unsafe"
)

// Program is a text with holes, compressed once. It is immutable, and safe for
// concurrent use.
type Program struct {
	text
	reserve int
	pieces  []piece  // of each chunk, for the CRC
	ready   []byte   // the ready bits of all steps but matches, one after the other
	steps   []step   // empty where the text is too long
	targets []uint32 // where the match of each step stands in the fixed text
	lengths []uint8  // the length of that match, less minMatch
	tables  []table  // of the blocks with holes or matches that move, in order
}

// Holes is the number of holes.
func (p *Program) Holes() int { return p.holes() }

// Memory is the number of bytes that the program holds.
func (p *Program) Memory() int {
	return int(unsafe.Sizeof(*p)) + cap(p.bytes) + bytesOf(p.ends) + bytesOf(p.pieces) +
		cap(p.ready) + bytesOf(p.steps) + bytesOf(p.targets) + cap(p.lengths) + bytesOf(p.tables)
}

func bytesOf[T any](s []T) int {
	var zero T
	return cap(s) * int(unsafe.Sizeof(zero))
}

// AppendText appends the text with values[i] in hole i.
func (p *Program) AppendText(dst []byte, values [][]byte) []byte {
	p.expect(values)
	dst = append(dst, p.chunk(0)...)
	for i, v := range values {
		dst = append(dst, v...)
		dst = append(dst, p.chunk(i+1)...)
	}
	return dst
}

// expect panics unless there is a value for each hole.
func (p *Program) expect(values [][]byte) {
	if len(values) != p.holes() {
		panic(fmt.Sprintf("reflate: %d values for %d holes", len(values), p.holes()))
	}
}
