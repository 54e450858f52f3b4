package batch

import (
	"errors"
	"fmt"

	"reportfill/fill"
)

// What can be wrong with a file of rows as a whole. Each is wrapped by a *Error.
var (
	ErrFormat = errors.New("not usable rows")
	ErrLimit  = errors.New("rows over a limit")
)

// Error says why no report is made, and what to do. What is wrong with a
// workbook is a *sheet.Error instead.
type Error struct {
	Err    error  // ErrFormat or ErrLimit
	Code   string // stable name of the reason, such as "unknown_column"
	Reason fill.Text
	Faults []Fault // each column that is wrong; nil where that is not the reason
	Cause  error   // may be nil
}

// Error gives the reason in English.
func (e *Error) Error() string { return e.Err.Error() + ": " + e.Reason.EN }

// Unwrap gives the sentinel and the cause.
func (e *Error) Unwrap() []error { return []error{e.Err, e.Cause} }

func refuse(code, zh, en string) *Error {
	return &Error{Err: ErrFormat, Code: code, Reason: fill.Text{ZH: zh, EN: en}}
}

func tooManyRows(most int) error {
	return &Error{Err: ErrLimit, Code: "rows", Reason: fill.Text{
		ZH: fmt.Sprintf("超过 %d 行。请分成几个文件。", most),
		EN: fmt.Sprintf("there are more than %d rows: make several files of them", most),
	}}
}

func tooLargeRow(n int, most int64) error {
	return &Error{Err: ErrLimit, Code: "row_size", Reason: fill.Text{
		ZH: fmt.Sprintf("第 %d 行超过 %d MiB。", n, most>>20),
		EN: fmt.Sprintf("row %d is over %d MiB", n, most>>20),
	}}
}

var errNoRows = refuse("no_rows", "文件中没有数据行。", "there are no rows in the file")
