package reflate

import "encoding/binary"

// bitWriter gathers bits, the first in the lowest place of a byte (RFC 1951,
// 3.1.1). Its zero value is empty.
type bitWriter struct {
	bytes []byte
	acc   uint64 // bits not yet in bytes
	n     uint   // how many, under 8 between calls
	total int    // bits written in all
}

// write appends the low n bits of v, n at most 56. The bits above must be 0.
func (w *bitWriter) write(v uint64, n uint) {
	w.acc |= v << w.n
	w.n += n
	w.total += int(n)
	for w.n >= 8 {
		w.bytes = append(w.bytes, byte(w.acc))
		w.acc >>= 8
		w.n -= 8
	}
}

// low is the bits written, of which there may be 56, and their number.
func (w *bitWriter) low() (v uint64, n uint) {
	v, n = w.acc, w.n
	for i := len(w.bytes) - 1; i >= 0; i-- {
		v, n = v<<8|uint64(w.bytes[i]), n+8
	}
	return v, n
}

// appendTo writes the bits written to another.
func (w *bitWriter) appendTo(to *bitWriter) {
	for _, b := range w.bytes {
		to.write(uint64(b), 8)
	}
	to.write(w.acc, w.n)
}

// reset empties w, and keeps its room.
func (w *bitWriter) reset() { *w = bitWriter{bytes: w.bytes[:0]} }

// readable is the bits written, followed by zeros enough for load at every one.
func (w *bitWriter) readable() []byte {
	out := make([]byte, len(w.bytes), len(w.bytes)+1+readAhead)
	copy(out, w.bytes)
	return append(append(out, byte(w.acc)), make([]byte, readAhead)...)
}

const (
	readAhead = 16 // bytes that must follow the last bit for load and copyBits
	loadBits  = 56 // bits that one load is good for at any position
)

// load is the bits of src from bit pos on; the lowest 57 of them count.
func load(src []byte, pos uint) uint64 {
	return binary.LittleEndian.Uint64(src[pos>>3:]) >> (pos & 7)
}

// cursor is the end of a bit stream that is being written: whole bytes before
// at, then n more bits (under 8) in acc.
type cursor struct {
	at  int
	acc uint64
	n   uint
}

// put appends the low n bits of v to the stream in buf, n at most 56.
// Up to eight bytes from c.at on are overwritten.
func (c cursor) put(buf []byte, v uint64, n uint) cursor {
	acc := c.acc | v<<(c.n&63)
	n += c.n
	binary.LittleEndian.PutUint64(buf[c.at:c.at+8:c.at+8], acc)
	return cursor{c.at + int(n>>3), acc >> (n & 56), n & 7}
}

// copyBits appends n bits of src from bit pos on to the stream in buf. Eight
// bytes past the end of the stream may be overwritten.
func copyBits(buf []byte, c cursor, src []byte, pos, n uint) cursor {
	if head := (8 - c.n) & 7; n > loadBits {
		c = c.put(buf, load(src, pos)&(1<<head-1), head)
		pos, n = pos+head, n-head
		whole := int(n >> 3)
		copyBytes(buf[c.at:c.at+whole+8], src[pos>>3:], pos&7, whole)
		c.at += whole
		pos, n = pos+uint(whole)<<3, n&7
	}
	return c.put(buf, load(src, pos)&(1<<n-1), n)
}

// copyBytes sets the first n bytes of dst to the bits of src from bit shift
// (under 8) on. It may overwrite eight bytes more, and reads as many.
func copyBytes(dst, src []byte, shift uint, n int) {
	if shift == 0 {
		copy(dst[:n], src)
		return
	}
	for i := 0; i < n; i += 8 {
		low := binary.LittleEndian.Uint64(src[i:]) >> (shift & 7)
		binary.LittleEndian.PutUint64(dst[i:], low|uint64(src[i+8])<<((64-shift)&63))
	}
}

// close is the stream, its last byte filled up with zeros.
func (c cursor) close(buf []byte) []byte {
	if c.n > 0 {
		buf[c.at] = byte(c.acc)
		c.at++
	}
	return buf[:c.at]
}

// rewind takes the last n bits back from the stream in buf.
func (c cursor) rewind(buf []byte, n uint) cursor {
	end := uint(c.at)<<3 + c.n - n
	at := int(end >> 3)
	return cursor{at, uint64(buf[at]) & (1<<(end&7) - 1), end & 7}
}
