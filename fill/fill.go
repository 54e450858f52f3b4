package fill

import (
	"io"
	"slices"
	"sync"
)

// Missing says what becomes of a placeholder whose field has no value.
type Missing uint8

// The ways to treat a missing value.
const (
	MissingError Missing = iota // the fill is refused
	MissingKeep                 // the mark stays, highlighted
	MissingBlank                // the mark vanishes
)

// Options set how Fill treats what is not there.
type Options struct {
	Missing Missing

	// Draft fills in what can be: a value that its field does not take is
	// treated as a missing one, and checks stop nothing.
	Draft bool
}

// Fill writes the document with the values in place. All problems are told
// before the first byte, as an *InvalidError; afterwards only w can fail.
// Output is byte-identical for equal input. Safe for concurrent use.
func (t *Template) Fill(w io.Writer, v Values, o Options) error {
	b := buffers.Get().(*buffer)
	defer buffers.Put(b)
	out, _, err := t.append(b.out[:0], v, o, b)
	if err != nil {
		return err
	}
	if b.out = out[:0]; cap(out) > maxPooled {
		b.out = nil
	}
	_, err = w.Write(out)
	return err
}

// Append appends the filled document to dst, as Fill writes it.
func (t *Template) Append(dst []byte, v Values, o Options) ([]byte, error) {
	dst, _, err := t.AppendChecked(dst, v, o)
	return dst, err
}

// AppendChecked appends as Append does, and gives what Check would say, so that
// who wants both works the values out once.
func (t *Template) AppendChecked(dst []byte, v Values, o Options) ([]byte, Result, error) {
	b := buffers.Get().(*buffer)
	defer buffers.Put(b)
	return t.append(dst, v, o, b)
}

// buffer is the working memory of one fill.
type buffer struct {
	out    []byte
	values []byte     // the values of all holes, one behind the other
	ends   []int      // where each ends
	holes  [][][]byte // by part, the values of its holes
	all    [][]byte
	filled []filledEntry
}

// maxPooled bounds the memory that a fill leaves behind for the next one.
const maxPooled = 4 << 20

var buffers = sync.Pool{New: func() any { return new(buffer) }}

func (t *Template) append(dst []byte, v Values, o Options, b *buffer) ([]byte, Result, error) {
	res, result := t.resolve(v)
	if problems := o.stopping(result.Problems); len(problems) > 0 {
		return nil, result, &InvalidError{problems}
	}
	pr := t.print(res, o)
	b.fillHoles(t.splice, &pr)
	b.filled = slices.Grow(b.filled[:0], len(t.splice.parts))[:len(t.splice.parts)]
	return t.splice.zip.append(dst, t.splice.parts, b.holes, b.filled), result, nil
}

// stopping gives the problems that stop a fill under the options.
func (o Options) stopping(problems []Problem) []Problem {
	if o.Draft {
		return nil
	}
	if o.Missing == MissingError {
		return problems
	}
	return slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return p.Code == CodeMissing })
}

// print tells for each field what its holes take.
func (t *Template) print(res resolved, o Options) printed {
	n := len(res.text)
	flags := make([]bool, 2*n)
	pr := printed{text: res.text, plain: flags[:n], keep: flags[n:]}
	for i, text := range res.text {
		pr.plain[i] = isVerbatim(text)
		pr.keep[i] = o.Missing == MissingKeep && !res.has[i]
	}
	return pr
}

// fillHoles writes the values of all holes, each in the encoding of its part.
func (b *buffer) fillHoles(s *splice, pr *printed) {
	b.values, b.ends, b.all, b.holes = b.values[:0], b.ends[:0], b.all[:0], b.holes[:0]
	for i := range s.parts {
		p := &s.parts[i]
		for k := range p.holes {
			from := len(b.values)
			b.values = p.holes[k].append(b.values, p.story, pr)
			if p.story.enc.order != nil {
				text := slices.Clone(b.values[from:])
				b.values = p.story.enc.append(b.values[:from], text)
			}
			b.ends = append(b.ends, len(b.values))
		}
	}
	from := 0
	for _, to := range b.ends {
		b.all = append(b.all, b.values[from:to:to])
		from = to
	}
	at := 0
	for i := range s.parts {
		n := len(s.parts[i].holes)
		b.holes = append(b.holes, b.all[at:at+n:at+n])
		at += n
	}
}
