package batch

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"reportfill/fill"
)

// ResultsName is the entry of the zip that says what became of each row.
const ResultsName = "results.csv"

// results gathers results.csv in a temporary file: it is the zip's last entry,
// and may be long.
type results struct {
	file     *os.File
	buffer   *bufio.Writer
	csv      *csv.Writer
	language fill.Language
}

// The states of a row in results.csv.
var (
	stateMade    = fill.Text{ZH: "已生成", EN: "made"}
	stateRefused = fill.Text{ZH: "未生成", EN: "refused"}
	stateWarning = fill.Text{ZH: "提醒", EN: "warning"}
)

func newResults(l fill.Language) (*results, error) {
	f, err := os.CreateTemp("", "reportfill-results-*")
	if err != nil {
		return nil, err
	}
	r := &results{file: f, buffer: bufio.NewWriterSize(f, 64<<10), language: l}
	r.csv = csv.NewWriter(r.buffer)
	r.csv.UseCRLF = true
	_, err = r.buffer.Write(byteOrderMark) // without it Excel takes UTF-8 for the system's encoding
	if err == nil {
		err = r.line("行", "row", "状态", "state", "文件", "file", "单元格", "cell", "字段", "field", "指标", "label", "说明", "message", "报告", "report")
	}
	if err != nil {
		return nil, errors.Join(err, r.close())
	}
	return r, nil
}

// line writes the header, in pairs of Chinese and English.
func (r *results) line(pairs ...string) error {
	var titles []string
	for i := 0; i < len(pairs); i += 2 {
		titles = append(titles, fill.Text{ZH: pairs[i], EN: pairs[i+1]}.In(r.language))
	}
	return r.csv.Write(titles)
}

// made writes the line of a row's document, and one for each of its notes.
func (r *results) made(row int, file, report string, notes []Fault) error {
	if err := r.write(row, stateMade, file, Fault{}, report); err != nil {
		return err
	}
	for _, n := range notes {
		if err := r.write(row, stateWarning, file, n, ""); err != nil {
			return err
		}
	}
	return nil
}

// refused writes a line for each fault of a row.
func (r *results) refused(row int, faults []Fault) error {
	for _, f := range faults {
		if err := r.write(row, stateRefused, "", f, ""); err != nil {
			return err
		}
	}
	return nil
}

func (r *results) write(row int, state fill.Text, file string, f Fault, report string) error {
	return r.csv.Write([]string{
		strconv.Itoa(row), state.In(r.language), inert(file), f.Cell, f.Field, inert(f.Label), inert(f.Message(r.language)), report,
	})
}

// inert puts an apostrophe before text that a spreadsheet would take for a
// formula; all other text stays as it is.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// reader gives what was written, from its beginning, and its length.
func (r *results) reader() (io.Reader, int64, error) {
	r.csv.Flush()
	if err := errors.Join(r.csv.Error(), r.buffer.Flush()); err != nil {
		return nil, 0, err
	}
	size, err := r.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return nil, 0, err
	}
	_, err = r.file.Seek(0, io.SeekStart)
	return r.file, size, err
}

func (r *results) close() error { return errors.Join(r.file.Close(), os.Remove(r.file.Name())) }
