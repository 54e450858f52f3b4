package reflate

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// Deflate is Append for values of any length: where Append would not take them,
// the text is deflated anew, at level 6. It always succeeds.
func (p *Program) Deflate(dst []byte, values [][]byte) (out []byte, size int, crc uint32) {
	if out, size, crc, ok := p.Append(dst, values); ok {
		return out, size, crc
	}
	sink := &appender{dst}
	w := writers.Get().(*flate.Writer)
	defer writers.Put(w)
	w.Reset(sink)
	size = p.writeText(w, values)
	if err := w.Close(); err != nil {
		panic("reflate: " + err.Error()) // only the sink could fail, and it does not
	}
	out, sink.bytes = sink.bytes, nil // the writer goes on holding the sink
	return out, size, p.crc(values)
}

// writeText writes the text with the values, and returns its length.
func (p *Program) writeText(w io.Writer, values [][]byte) int {
	size, _ := w.Write(p.chunk(0))
	for i, v := range values {
		n, _ := w.Write(v)
		m, _ := w.Write(p.chunk(i + 1))
		size += n + m
	}
	return size
}

// writers holds level 6 compressors that are not in use.
var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, 6)
	if err != nil {
		panic("reflate: " + err.Error()) // only the level could be wrong
	}
	return w
}}

// appender is an io.Writer that appends to a slice.
type appender struct{ bytes []byte }

func (a *appender) Write(b []byte) (int, error) {
	a.bytes = append(a.bytes, b...)
	return len(b), nil
}
