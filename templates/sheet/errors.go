package sheet

import (
	"errors"

	"reportfill/fill"
)

// What can be wrong with a workbook. Each is wrapped by a *Error that says more.
var (
	ErrFormat = errors.New("not a usable workbook")
	ErrLimit  = errors.New("workbook over a limit")
)

// Error says why a workbook is refused and what to do.
type Error struct {
	Err    error  // ErrFormat or ErrLimit
	Code   string // stable name of the reason, such as "not_xlsx"
	Reason fill.Text
	Cause  error // for the log; may be nil
}

// Error gives the reason in English.
func (e *Error) Error() string { return e.Err.Error() + ": " + e.Reason.EN }

// Unwrap gives the sentinel and the cause.
func (e *Error) Unwrap() []error { return []error{e.Err, e.Cause} }

func refuse(code, zh, en string) *Error {
	return &Error{Err: ErrFormat, Code: code, Reason: fill.Text{ZH: zh, EN: en}}
}

func over(code, zh, en string) *Error {
	return &Error{Err: ErrLimit, Code: code, Reason: fill.Text{ZH: zh, EN: en}}
}

// Problem is what is wrong with one value, and the cell that holds it.
type Problem struct {
	fill.Problem
	Cell string // G7; empty where the value is in no cell
}

// Codes of cells that are not understood.
const (
	CodeDoubtful  fill.Code = "doubtful_cell" // it shows another value than it holds
	CodeNoResult  fill.Code = "formula_without_value"
	CodeCellError fill.Code = "cell_error" // #DIV/0! and the like
)

// InvalidError holds all that is wrong with the values of a form.
type InvalidError struct {
	Problems []Problem
}

// Error gives the first problem in English, with its cell.
func (e *InvalidError) Error() string {
	first := e.Problems[0]
	return fill.ErrInvalid.Error() + ": " + first.Cell + ": " + first.Message(fill.English)
}

// Unwrap gives fill.ErrInvalid.
func (e *InvalidError) Unwrap() error { return fill.ErrInvalid }
