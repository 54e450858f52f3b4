package fill

import (
	"errors"
	"fmt"
)

// What can be wrong with a document. Each is wrapped by a *DocumentError that
// says where.
var (
	ErrFormat      = errors.New("not a Word document")
	ErrMalformed   = errors.New("damaged document")
	ErrUnsupported = errors.New("unsupported document")
	ErrLimit       = errors.New("document over a limit")
)

// ErrInvalid is wrapped by every *InvalidError: the values cannot be filled in.
var ErrInvalid = errors.New("invalid values")

// ErrSchema is wrapped by every *SchemaError: a schema that does not fit its
// draft or itself.
var ErrSchema = errors.New("invalid schema")

// ErrSyntax is wrapped by every *SyntaxError: a payload or a fields file that
// cannot be read.
var ErrSyntax = errors.New("syntax error")

// DocumentError says why a document is refused, and where.
type DocumentError struct {
	Err    error  // one of ErrFormat, ErrMalformed, ErrUnsupported, ErrLimit
	Code   string // stable name of the reason, such as "encrypted" or "xml_depth"
	Part   string // part name without leading slash; empty for the package itself
	Offset int64  // byte offset in the part's XML; -1 where there is none
	Reason Text   // what is wrong and what to do
}

// Error gives the reason in English, with the place.
func (e *DocumentError) Error() string {
	place := e.Part
	if e.Offset >= 0 && place != "" {
		place = fmt.Sprintf("%s, byte %d", place, e.Offset)
	}
	if place != "" {
		place += ": "
	}
	return fmt.Sprintf("%v: %s%s", e.Err, place, e.Reason.EN)
}

// Unwrap gives the sentinel.
func (e *DocumentError) Unwrap() error { return e.Err }

// InvalidError holds every problem of a payload, never the first alone.
type InvalidError struct {
	Problems []Problem
}

// Error gives the first problem in English and the number of the others.
func (e *InvalidError) Error() string {
	if len(e.Problems) == 0 {
		return ErrInvalid.Error()
	}
	first := e.Problems[0].Message(English)
	if n := len(e.Problems) - 1; n > 0 {
		return fmt.Sprintf("%v: %s (and %d more)", ErrInvalid, first, n)
	}
	return fmt.Sprintf("%v: %s", ErrInvalid, first)
}

// Unwrap gives ErrInvalid.
func (e *InvalidError) Unwrap() error { return ErrInvalid }

// SyntaxError is one fault in a payload or a fields file. Line and Column count
// from 1, in characters.
type SyntaxError struct {
	Line, Column int
	Reason       Text
}

// Error gives line, column and the reason in English.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Reason.EN)
}

// Unwrap gives ErrSyntax.
func (e *SyntaxError) Unwrap() error { return ErrSyntax }
