package batch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/go-json-experiment/json/jsontext"

	"reportfill/fill"
)

// parse reads the row's payload, if it has one that is not read yet: by name or
// by position, with "filename" beside its "values". Workers do it: it costs a
// third of a fill.
func (r *Row) parse() {
	payload := r.payload
	if payload == nil {
		return
	}
	r.payload = nil
	p, err := fill.ParsePayload(payload)
	var syntax *fill.SyntaxError
	if errors.As(err, &syntax) {
		r.Faults = append(r.Faults, unreadable(syntax))
		return
	}
	if err != nil {
		r.Faults = append(r.Faults, fault(CodeSyntax, err.Error(), err.Error()))
		return
	}
	r.Values = p.Values
	for name, value := range p.Others {
		text, err := jsontext.AppendUnquote(nil, value)
		if name == "filename" && err == nil {
			r.Filename = string(text)
			continue
		}
		r.Faults = append(r.Faults, fault(CodeName,
			fmt.Sprintf("values 之外只能有 filename（文字），收到的是 %s", name),
			fmt.Sprintf("beside values there may be filename, a text, but there is %s", name)))
	}
}

// array reads a JSON array of payloads. Its syntax is checked, and its rows are
// counted, before the first is given.
type array struct {
	file *os.File
	dec  *jsontext.Decoder
	rows int
	read int
}

func openArray(path string, l Limits) (Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	a := &array{file: f}
	if a.rows, err = countArray(f, l); err == nil {
		err = a.rewind()
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return a, nil
}

// newDecoder reads JSON as payloads are read: names may come twice, which the
// template tells, and lone surrogates may stand in strings.
func newDecoder(r io.Reader) *jsontext.Decoder {
	return jsontext.NewDecoder(withoutMark(r), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
}

// withoutMark passes over a byte order mark.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 64<<10)
	if head, _ := b.Peek(len(byteOrderMark)); bytes.Equal(head, byteOrderMark) {
		_, _ = b.Discard(len(byteOrderMark)) // as many as were peeked
	}
	return b
}

func countArray(f *os.File, l Limits) (int, error) {
	d := newDecoder(f)
	if d.PeekKind() != jsontext.KindBeginArray {
		return 0, refuse("no_array",
			"JSON 应为数组，每个元素是一份报告的数据；每行一份的请用 NDJSON（application/x-ndjson）。",
			"the JSON must be an array with the values of one report in each element; for one a line use NDJSON (application/x-ndjson)")
	}
	if _, err := d.ReadToken(); err != nil {
		return 0, brokenArray(f, err)
	}
	n := 0
	for d.PeekKind() != jsontext.KindEndArray {
		from := d.InputOffset()
		if err := d.SkipValue(); err != nil {
			return 0, brokenArray(f, err)
		}
		if n++; n > l.Rows {
			return 0, tooManyRows(l.Rows)
		}
		if d.InputOffset()-from > l.RowBytes {
			return 0, tooLargeRow(n, l.RowBytes)
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return 0, brokenArray(f, err)
	}
	if _, err := d.ReadToken(); !errors.Is(err, io.EOF) {
		return 0, refuse("after_array", "数组之后还有内容。", "there is something after the array")
	}
	if n == 0 {
		return 0, errNoRows
	}
	return n, nil
}

// brokenArray places a syntax error of the array in its file.
func brokenArray(f *os.File, err error) error {
	var syntax *jsontext.SyntacticError
	at := int64(-1)
	if errors.As(err, &syntax) {
		at = syntax.ByteOffset
	} else if !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	line, column, failed := lineOf(f, at)
	if failed != nil {
		return failed
	}
	return &fill.SyntaxError{Line: line, Column: column, Reason: fill.Text{
		ZH: "此处不是有效的 JSON（缺少引号、逗号或括号，或文件不完整）",
		EN: "this is not valid JSON: a quote, a comma or a bracket is missing, or the file ends early",
	}}
}

// lineOf gives line and column, in characters from 1, of a byte of the file; of
// its end for -1.
func lineOf(f *os.File, offset int64) (line, column int, err error) {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return 0, 0, err
	}
	r := bufio.NewReader(f)
	line, column = 1, 1
	for at := int64(0); offset < 0 || at < offset; {
		c, size, err := r.ReadRune()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		at += int64(size)
		if column++; c == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column, nil
}

func (a *array) rewind() error {
	if _, err := a.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	a.dec = newDecoder(a.file)
	_, err := a.dec.ReadToken()
	return err
}

// Next gives the next element.
func (a *array) Next() (*Row, error) {
	if a.read == a.rows {
		return nil, io.EOF
	}
	value, err := a.dec.ReadValue()
	if err != nil {
		return nil, err
	}
	a.read++
	return &Row{Number: a.read, payload: bytes.Clone(value)}, nil
}

// Rows is the number of elements.
func (a *array) Rows() int { return a.rows }

// Close closes the file.
func (a *array) Close() error { return a.file.Close() }
