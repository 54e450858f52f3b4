package reflate

import (
	"encoding/binary"
	"math/bits"
)

const (
	ring     = 2 * window // positions that the finder remembers
	ringMask = ring - 1
	farAway  = -ring // where nothing was seen yet
	hashBits = 15
	treeHash = 4 // bytes that positions of one tree have in common
)

// finder finds matches in a text from its beginning to its end. The positions
// that share their first four bytes form a binary tree, ordered by what follows
// them, the latest at the root, so that a walk down from the root meets ever
// longer matches at ever longer distances.
type finder struct {
	text
	reserve int
	depth   int // nodes that a walk may visit
	nice    int // a match of that length ends the walk
	now     int // the chunk of the position looked at
	begin   int // where that chunk begins
	last3   [1 << hashBits]int32
	root    [1 << (hashBits + 1)]int32
	less    [ring]int32
	more    [ring]int32
	chunkOf [ring]int32
}

func newFinder(t text, reserve int, e effort) *finder {
	f := &finder{text: t, reserve: reserve, depth: e.depth, nice: e.nice}
	for i := range f.last3 {
		f.last3[i] = farAway
	}
	for i := range f.root {
		f.root[i] = farAway
	}
	return f
}

// find appends the matches at pos, each longer and further than the one before.
// Every position must be given once, in order, to find or to skip.
func (f *finder) find(ms []token, pos int) []token {
	for f.ends[f.now] <= pos {
		f.begin = f.ends[f.now]
		f.now++
	}
	f.chunkOf[pos&ringMask] = int32(f.now)
	if pos+treeHash > len(f.bytes) {
		return ms
	}
	first := len(ms)
	head := binary.LittleEndian.Uint32(f.bytes[pos:])
	h := head << 8 * 0x9E3779B1 >> (32 - hashBits)
	near := int(f.last3[h])
	f.last3[h] = int32(pos)
	if pos-near <= window && head<<8 == binary.LittleEndian.Uint32(f.bytes[near:])<<8 {
		ms = f.record(ms, first, pos, near, minMatch)
	}
	return f.walk(ms, first, pos, head)
}

// walk searches the tree of pos and makes pos its root.
func (f *finder) walk(ms []token, first, pos int, head uint32) []token {
	here := f.bytes[pos:min(pos+maxMatch, len(f.bytes))]
	nice := min(f.nice, len(here))
	h := head * 0x9E3779B1 >> (32 - hashBits - 1)
	node := int(f.root[h])
	f.root[h] = int32(pos)
	less, more := &f.less[pos&ringMask], &f.more[pos&ringMask]
	var lessLen, moreLen, n int
	for depth := f.depth; pos-node <= window && depth > 0; depth-- {
		there := f.bytes[node:]
		if there[n] == here[n] {
			n += commonPrefix(here[n:], there[n:])
			ms = f.record(ms, first, pos, node, n)
			if n >= nice {
				*less, *more = f.less[node&ringMask], f.more[node&ringMask]
				return ms
			}
		}
		if there[n] < here[n] {
			*less, less = int32(node), &f.more[node&ringMask]
			node, lessLen = int(*less), n
		} else {
			*more, more = int32(node), &f.less[node&ringMask]
			node, moreLen = int(*more), n
		}
		n = min(lessLen, moreLen)
	}
	*less, *more = farAway, farAway
	return ms
}

// record appends the match of n bytes at pos with its source at from, cut at the
// holes, unless those since first hold one as long or it could pass the window.
func (f *finder) record(ms []token, first, pos, from, n int) []token {
	if n < minMatch || len(ms) > first && n <= int(ms[len(ms)-1].length) {
		return ms
	}
	dist, back := pos-from, 0
	if dist > pos-f.begin { // the source is in an earlier chunk
		source := int(f.chunkOf[from&ringMask])
		back, n = f.now-source, min(n, f.ends[source]-from)
	}
	n = min(n, f.ends[f.now]-pos)
	if n < minMatch || len(ms) > first && n <= int(ms[len(ms)-1].length) {
		return ms
	}
	if back > maxBack || dist+back*f.reserve > window {
		return ms
	}
	symbol, _ := distSymbol(uint32(dist - 1 + back*f.reserve/2))
	return append(ms, token{length: uint16(n), dist: uint16(dist - 1), back: uint16(back), symbol: uint8(symbol)})
}

// commonPrefix is the number of bytes in which b begins as a does. b is the longer.
func commonPrefix(a, b []byte) int {
	n := 0
	for ; n+8 <= len(a); n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)>>3
		}
	}
	for n < len(a) && a[n] == b[n] {
		n++
	}
	return n
}
