package reflate

import (
	"encoding/binary"
	"hash/crc32"
)

// A CRC-32 register (the checksum's complement, of RFC 1952, 8) is here a
// polynomial over GF(2) modulo crc32.IEEE, its constant term in bit 31. A
// register r that takes in a piece of n bytes becomes r·x^(8n) + s, where s is
// the register that the piece leaves of 0: so the register of a text is made
// from those of its pieces without reading them again.

const (
	crcOne  = 1 << 31 // the polynomial 1
	crcByte = 1 << 23 // the polynomial x^8
)

// piece is what one piece of text does to a CRC register.
type piece struct {
	shift uint32 // x^(8n) for a piece of n bytes
	crc   uint32 // the register that it leaves of 0
}

// pieceOf is the piece for a text.
func pieceOf(text []byte) piece {
	return piece{crcPower(len(text)), ^crc32.Update(^uint32(0), crc32.IEEETable, text)}
}

// follow is register r after the piece.
func (p piece) follow(r uint32) uint32 {
	if p.shift == crcOne {
		return r // the piece is empty
	}
	return crcMul(r, p.shift) ^ p.crc
}

// crcPower is x^(8n).
func crcPower(n int) uint32 {
	p, square := uint32(crcOne), uint32(crcByte)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			p = crcMul(p, square)
		}
		square = crcMul(square, square)
	}
	return p
}

// crcSmall is the length from which crc32.Update is quicker than its table.
const crcSmall = 40

// crcBytes is register r after the bytes of v.
func crcBytes(r uint32, v []byte) uint32 {
	if len(v) >= crcSmall {
		return ^crc32.Update(^r, crc32.IEEETable, v)
	}
	for ; len(v) >= 4; v = v[4:] {
		r = crcWord(r ^ binary.LittleEndian.Uint32(v))
	}
	for _, b := range v {
		r = crc32.IEEETable[byte(r)^b] ^ r>>8
	}
	return r
}

// crcMul is the product of two polynomials modulo crc32.IEEE.
func crcMul(a, b uint32) uint32 {
	product := carryless(a, b) << 1 // the constant term of a product is bit 62
	return uint32(product>>32) ^ crcWord(uint32(product))
}

// crcWord is r·x^32 modulo crc32.IEEE: the register after four bytes of 0.
func crcWord(r uint32) uint32 {
	return crcFold[3][byte(r)] ^ crcFold[2][byte(r>>8)] ^ crcFold[1][byte(r>>16)] ^ crcFold[0][r>>24]
}

// crcFold[k] takes a byte into a register of 0, and k bytes of 0 after it.
var crcFold = foldTables()

func foldTables() (t [4][256]uint32) {
	for b := range t[0] {
		t[0][b] = crc32.IEEETable[b]
		for k := 1; k < len(t); k++ {
			r := t[k-1][b]
			t[k][b] = crc32.IEEETable[byte(r)] ^ r>>8
		}
	}
	return t
}

// carryless is the product of a and b as polynomials over GF(2). Each factor is
// taken apart into four with every fourth bit: in an ordinary product of two
// such, eight terms at most meet in one place, and the three empty bits above
// it hold their carries.
func carryless(a, b uint32) uint64 {
	const every4 = 0x11111111
	a0, a1, a2, a3 := uint64(a&every4), uint64(a&(every4<<1)), uint64(a&(every4<<2)), uint64(a&(every4<<3))
	b0, b1, b2, b3 := uint64(b&every4), uint64(b&(every4<<1)), uint64(b&(every4<<2)), uint64(b&(every4<<3))
	c0 := a0*b0 ^ a1*b3 ^ a2*b2 ^ a3*b1
	c1 := a0*b1 ^ a1*b0 ^ a2*b3 ^ a3*b2
	c2 := a0*b2 ^ a1*b1 ^ a2*b0 ^ a3*b3
	c3 := a0*b3 ^ a1*b2 ^ a2*b1 ^ a3*b0
	const wide4 = 0x1111111111111111
	return c0&wide4 | c1&(wide4<<1) | c2&(wide4<<2) | c3&(wide4<<3)
}

// crc is the CRC-32 of the text with the values.
func (p *Program) crc(values [][]byte) uint32 {
	r := p.pieces[0].follow(^uint32(0))
	for i, v := range values {
		r = p.pieces[i+1].follow(crcBytes(r, v))
	}
	return ^r
}
