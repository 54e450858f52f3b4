package reflate

// token is a step of LZ77 through the fixed text with its holes: a match of
// length bytes, or one of the two below.
type token struct {
	length uint16
	dist   uint16 // of a match: less one, in fixed text
	back   uint16 // of a match: the holes between source and target, at most maxBack
	symbol uint8  // of a match: the distance symbol to expect when the holes are filled
	lit    byte   // of a literal: the byte
}

// The lengths of a token that is not a match.
const (
	hole    = 0
	literal = 1
)

// maxBack is the most holes that a match may reach over: they would have to
// follow each other every eight bytes for it to matter.
const maxBack = window/8 - 1

// moves tells whether the distance depends on what the holes hold.
func (t token) moves() bool { return t.back > 0 }

// cut is the match with its first n bytes alone.
func (t token) cut(n int) token {
	t.length = uint16(n)
	return t
}

// size is the bytes of fixed text that the token stands for.
func (t token) size() int { return int(t.length) }

// counts is how often the symbols of RFC 1951, 3.2.5 occur in a row of tokens.
type counts struct {
	lit   [litSymbols]uint32
	dist  [distSymbols]uint32
	holes uint32
	moved uint32           // matches that move
	spare [literals]uint32 // bytes that the moving matches stand for
}

// add counts the tokens that stand for text, which may be longer.
func (c *counts) add(tokens []token, text []byte) {
	for _, t := range tokens {
		switch t.length {
		case hole:
			c.holes++
		case literal:
			c.lit[t.lit]++
		default:
			c.lit[firstLength+int(lengthSymbols[t.length])]++
			c.dist[t.symbol]++
			if t.moves() {
				c.moved++
				for _, b := range text[:t.length] {
					c.spare[b]++
				}
			}
		}
		text = text[t.size():]
	}
}

// plus adds the counts of another row.
func (c *counts) plus(o *counts) {
	for i, n := range o.lit {
		c.lit[i] += n
	}
	for i, n := range o.dist {
		c.dist[i] += n
	}
	for i, n := range o.spare {
		c.spare[i] += n
	}
	c.holes += o.holes
	c.moved += o.moved
}
