package batch

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"reportfill/fill"
	"reportfill/templates/sheet"
)

// Source gives rows one by one. It is not safe for concurrent use.
type Source interface {
	// Next gives the next row; io.EOF after the last. Any other error is of the
	// file, and ends the batch.
	Next() (*Row, error)

	// Rows is the number of rows, for progress: exact where they are counted, 0
	// where it is not known.
	Rows() int

	// Close lets the file go.
	Close() error
}

// Format is how a file holds its rows.
type Format string

// The formats of rows.
const (
	JSON   Format = "json"   // an array of payloads
	NDJSON Format = "ndjson" // a payload a line
	CSV    Format = "csv"    // the first line names the columns
	XLSX   Format = "xlsx"   // the first row names the columns
)

// Limits bound what is read of a file of rows. A zero value means the default.
type Limits struct {
	Rows     int
	RowBytes int64 // of a JSON payload or a line of .csv
	Sheet    sheet.Limits
}

// DefaultLimits are the limits of a service that nobody has configured.
var DefaultLimits = Limits{Rows: 100_000, RowBytes: 16 << 20, Sheet: sheet.DefaultLimits}

func (l Limits) orDefault() Limits {
	if l.Rows <= 0 {
		l.Rows = DefaultLimits.Rows
	}
	if l.RowBytes <= 0 {
		l.RowBytes = DefaultLimits.RowBytes
	}
	return l
}

// Open reads a file of rows for the template. An empty format is told from the
// file's first characters. All that is wrong with the file as a whole is told
// here, as far as it can be told without reading each row: *Error, *sheet.Error,
// *fill.SyntaxError.
func Open(path string, format Format, t *fill.Template, l Limits) (Source, error) {
	l = l.orDefault()
	if format == "" {
		var err error
		if format, err = sniff(path); err != nil {
			return nil, err
		}
	}
	switch format {
	case XLSX:
		return withRows(openXLSX(path, t, l))
	case CSV:
		return withRows(openCSV(path, t, l))
	case NDJSON:
		return openLines(path, l)
	}
	return openArray(path, l)
}

// withRows refuses a table that is a header and nothing else.
func withRows(s Source, err error) (Source, error) {
	if err != nil {
		return nil, err
	}
	first, err := s.Next()
	if errors.Is(err, io.EOF) {
		err = errNoRows
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &begun{s, first}, nil
}

// begun is a source whose first row has been read.
type begun struct {
	Source
	first *Row
}

// Next gives the first row, and then those after it.
func (b *begun) Next() (*Row, error) {
	if row := b.first; row != nil {
		b.first = nil
		return row, nil
	}
	return b.Source.Next()
}

// FormatOf tells a format by a file's name; empty where the name does not say.
func FormatOf(name string) Format {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".json", ".csv", ".ndjson", ".xlsx":
		return Format(ext[1:])
	case ".jsonl":
		return NDJSON
	case ".tsv", ".txt":
		return CSV
	}
	return ""
}

// sniff tells a format by a file's first characters.
func sniff(path string) (Format, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", err
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head[:n], byteOrderMark), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("PK")), bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return XLSX, nil
	case bytes.HasPrefix(head, []byte("[")):
		return JSON, nil
	case bytes.HasPrefix(head, []byte("{")):
		return NDJSON, nil
	}
	return CSV, nil
}

var byteOrderMark = []byte("\xEF\xBB\xBF")
