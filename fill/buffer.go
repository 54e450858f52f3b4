package fill

import (
	"slices"
	"sync"
)

// buffer is the working memory of one fill. The zero value is ready.
type buffer struct {
	values  resolution
	printed printed
	out     []byte
	text    []byte     // what the holes take, one behind the other
	ends    []int      // where each ends
	all     [][]byte   // of each hole, what it takes
	holes   [][][]byte // the same by part
	filled  []filledEntry
}

// maxPooled bounds the bytes that a fill leaves behind for the next one.
const maxPooled = 4 << 20

var buffers = sync.Pool{New: func() any { return new(buffer) }}

func takeBuffer() *buffer { return buffers.Get().(*buffer) }

// release gives the memory back, unless it is so much that few fills need it.
func (b *buffer) release() {
	b.values.end()
	b.printed.text = nil
	if b.memory() <= maxPooled {
		buffers.Put(b)
	}
}

func (b *buffer) memory() int {
	return b.values.memory() + bytesOf(b.printed.plain) + bytesOf(b.printed.keep) + cap(b.out) + cap(b.text) +
		bytesOf(b.ends) + bytesOf(b.all) + bytesOf(b.holes) + bytesOf(b.filled)
}

// print tells for each field what its holes take.
func (b *buffer) print(res resolved, o Options) {
	n := len(res.text)
	pr := &b.printed
	*pr = printed{text: res.text, plain: zeros(pr.plain, n), keep: zeros(pr.keep, n)}
	for i, text := range res.text {
		pr.plain[i] = isVerbatim(text)
		pr.keep[i] = o.Missing == MissingKeep && !res.has[i]
	}
}

// append appends the package with what is printed.
func (b *buffer) append(dst []byte, s *splice) []byte {
	b.fillHoles(s)
	b.filled = zeros(b.filled, len(s.parts))
	return s.zip.append(dst, s.parts, b.holes, b.filled)
}

// fillHoles writes what all holes take, each in the encoding of its part.
func (b *buffer) fillHoles(s *splice) {
	b.text, b.ends, b.all, b.holes = b.text[:0], b.ends[:0], b.all[:0], b.holes[:0]
	for i := range s.parts {
		p := &s.parts[i]
		for k := range p.holes {
			from := len(b.text)
			b.text = p.holes[k].append(b.text, p.story, &b.printed)
			if !p.story.enc.verbatim() {
				text := slices.Clone(b.text[from:])
				b.text = p.story.enc.appendValue(b.text[:from], text, p.holes[k].cdata)
			}
			b.ends = append(b.ends, len(b.text))
		}
	}
	from := 0
	for _, to := range b.ends {
		b.all = append(b.all, b.text[from:to:to])
		from = to
	}
	at := 0
	for i := range s.parts {
		n := len(s.parts[i].holes)
		b.holes = append(b.holes, b.all[at:at+n:at+n])
		at += n
	}
}
