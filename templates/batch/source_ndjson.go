package batch

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
)

// lines reads a payload a line. Blank lines are passed over.
type lines struct {
	file   *os.File
	scan   *bufio.Scanner
	rows   int
	line   int
	limits Limits
}

func openLines(path string, l Limits) (Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	s := &lines{file: f, limits: l}
	if s.rows, err = s.count(); err == nil {
		_, err = f.Seek(0, io.SeekStart)
		s.begin()
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return s, nil
}

func (s *lines) begin() {
	s.line, s.scan = 0, bufio.NewScanner(withoutMark(s.file))
	s.scan.Buffer(make([]byte, min(64<<10, s.limits.RowBytes)), int(s.limits.RowBytes))
}

// next gives the next line that is not blank; io.EOF after the last.
func (s *lines) next() ([]byte, error) {
	for s.scan.Scan() {
		s.line++
		if line := bytes.TrimSpace(s.scan.Bytes()); len(line) > 0 {
			return line, nil
		}
	}
	err := s.scan.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		return nil, tooLargeRow(s.line+1, s.limits.RowBytes)
	}
	if err != nil {
		return nil, err
	}
	return nil, io.EOF
}

func (s *lines) count() (int, error) {
	s.begin()
	for n := 0; ; n++ {
		_, err := s.next()
		switch {
		case errors.Is(err, io.EOF) && n == 0:
			return 0, errNoRows
		case errors.Is(err, io.EOF):
			return n, nil
		case err != nil:
			return 0, err
		case n == s.limits.Rows:
			return 0, tooManyRows(s.limits.Rows)
		}
	}
}

// Next gives the next line. One that is not JSON is a row with a fault.
func (s *lines) Next() (*Row, error) {
	line, err := s.next()
	if err != nil {
		return nil, err
	}
	return &Row{Number: s.line, payload: bytes.Clone(line)}, nil
}

// Rows is the number of lines that are not blank.
func (s *lines) Rows() int { return s.rows }

// Close closes the file.
func (s *lines) Close() error { return s.file.Close() }
