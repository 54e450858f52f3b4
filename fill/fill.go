package fill

import (
	"io"
	"slices"
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
	b := takeBuffer()
	defer b.release()
	out, err := t.append(b.out[:0], v, o, b)
	if err != nil {
		return err
	}
	b.out = out
	_, err = w.Write(out)
	return err
}

// Append appends the filled document to dst, as Fill writes it.
func (t *Template) Append(dst []byte, v Values, o Options) ([]byte, error) {
	b := takeBuffer()
	defer b.release()
	return t.append(dst, v, o, b)
}

// AppendChecked appends as Append does, and gives what Check would say, so that
// who wants both works the values out once.
func (t *Template) AppendChecked(dst []byte, v Values, o Options) ([]byte, Result, error) {
	b := takeBuffer()
	defer b.release()
	out, err := t.append(dst, v, o, b)
	return out, b.values.checked(), err
}

func (t *Template) append(dst []byte, v Values, o Options, b *buffer) ([]byte, error) {
	r := &b.values
	r.begin(t, v)
	r.run()
	if problems := o.stopping(r.result.Problems); len(problems) > 0 {
		return nil, &InvalidError{problems}
	}
	b.print(r.resolved(), o)
	return b.append(dst, t.splice), nil
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
