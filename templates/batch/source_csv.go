package batch

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"reportfill/fill"
	"reportfill/templates/sheet"
)

// csvFile reads comma-separated values (RFC 4180), as Excel saves them too: in
// UTF-8, UTF-16 or GB 18030, parted by commas, semicolons or tabs.
type csvFile struct {
	table
	file  *os.File
	bound *recordLimit
	read  *csv.Reader
	lines int
}

func openCSV(path string, t *fill.Template, l Limits) (Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	c := &csvFile{table: table{template: t, limits: l}, file: f}
	if err := c.begin(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return c, nil
}

func (c *csvFile) begin() error {
	code, lines, err := examine(c.file)
	if err != nil {
		return err
	}
	c.lines = max(lines.feeds, lines.returns)
	if _, err := c.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	decoded := io.Reader(code.NewDecoder().Reader(c.file))
	if lines.feeds == 0 && lines.returns > 0 {
		decoded = returns{decoded}
	}
	text := bufio.NewReaderSize(decoded, 64<<10)
	c.bound = &recordLimit{r: text, most: c.limits.RowBytes}
	c.read = csv.NewReader(c.bound)
	c.read.FieldsPerRecord = -1
	c.read.ReuseRecord = true
	c.read.Comma = separator(text)
	header, err := c.read.Read()
	if errors.Is(err, io.EOF) {
		return errNoRows
	}
	if err != nil {
		return c.explain(err)
	}
	c.columns, err = readHeader(header, 1, c.template)
	return err
}

// ends counts the characters that end lines.
type ends struct{ feeds, returns int }

// returns reads lines that end with a carriage return alone, as Excel on a Mac may
// save them, as if they ended with a line feed.
type returns struct{ io.Reader }

// Read reads as the reader below does, with line feeds.
func (r returns) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// examine tells a file's encoding, and its lines unless it is in UTF-16.
func examine(f *os.File) (encoding.Encoding, ends, error) {
	var lines ends
	r := bufio.NewReaderSize(f, 64<<10)
	head, _ := r.Peek(2)
	if bytes.Equal(head, []byte{0xFF, 0xFE}) || bytes.Equal(head, []byte{0xFE, 0xFF}) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), lines, nil
	}
	valid := true
	for {
		c, size, err := r.ReadRune()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, lines, err
		}
		valid = valid && (c != utf8.RuneError || size > 1)
		switch c {
		case '\n':
			lines.feeds++
		case '\r':
			lines.returns++
		}
	}
	if valid {
		return unicode.UTF8BOM, lines, nil
	}
	return simplifiedchinese.GB18030, lines, nil
}

// separator tells what parts the columns by the header: whichever of the three
// stands in it first.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(4 << 10)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if i := bytes.IndexAny(line, ",;\t"); i >= 0 {
		return rune(line[i])
	}
	return ','
}

// Next gives the next row. A line that is not CSV is a row with a fault.
func (c *csvFile) Next() (*Row, error) {
	for {
		c.bound.read = 0
		record, err := c.read.Read()
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			row := &Row{Number: broken.StartLine, columns: c.columns, Faults: []Fault{brokenLine(broken)}}
			return row, c.count()
		}
		if err != nil {
			return nil, c.explain(err)
		}
		number, _ := c.read.FieldPos(0)
		cells := make([]sheet.Cell, len(record))
		for i, text := range record {
			cells[i] = sheet.Cell{Ref: cellName(i, number), Raw: text, Shown: text}
		}
		if row := c.row(number, cells); row != nil {
			return row, c.count()
		}
	}
}

func brokenLine(e *csv.ParseError) Fault {
	return fault(CodeSyntax,
		fmt.Sprintf("第 %d 行第 %d 列的引号不成对：含逗号、换行或引号的内容要用引号括起，其中的引号写成两个", e.Line, e.Column),
		fmt.Sprintf("line %d, column %d: a quote is out of place: text with commas, line breaks or quotes stands in quotes, and each quote in it is written twice", e.Line, e.Column))
}

func (c *csvFile) explain(err error) error {
	var broken *csv.ParseError
	switch {
	case errors.Is(err, errLongRecord):
		return tooLargeRow(c.given+2, c.limits.RowBytes)
	case errors.As(err, &broken):
		line := brokenLine(broken)
		return &Error{Err: ErrFormat, Code: string(line.Code), Reason: line.Problem.Text, Cause: err}
	}
	return err
}

// Rows is the number of lines without the header, for progress.
func (c *csvFile) Rows() int { return max(0, c.lines-1) }

// Close closes the file.
func (c *csvFile) Close() error { return c.file.Close() }

// recordLimit fails a record that does not end within most bytes: one with a
// quote that is never closed runs to the end of the file.
type recordLimit struct {
	r    io.Reader
	most int64
	read int64 // since the record began
}

var errLongRecord = errors.New("record over the limit")

// Read reads as the reader below does, until the record is too long.
func (l *recordLimit) Read(p []byte) (int, error) {
	if l.read > l.most {
		return 0, errLongRecord
	}
	n, err := l.r.Read(p)
	l.read += int64(n)
	return n, err
}
