package batch

import (
	"fmt"

	"reportfill/fill"
)

// Row is one report that is to be made.
type Row struct {
	Number   int    // from 1: the row of a table, the line of NDJSON, the element of an array
	Filename string // that it asks for; empty: by the pattern
	Values   fill.Values
	Faults   []Fault // why it cannot be made, beside what the template has against its values
	Notes    []Fault // what its reader should know

	columns *columns // of a table; nil otherwise
	payload []byte   // JSON that is not read yet; nil if there is none
}

// Fault is what is wrong with a row, or what should be known of it.
type Fault struct {
	fill.Problem
	Cell string // C7 in a table; empty elsewhere
}

// place gives a problem of the row's values its cell.
func (r *Row) place(p fill.Problem) Fault {
	f := Fault{Problem: p}
	if r.columns != nil {
		f.Cell = r.columns.cell(p.Field, r.Number)
	}
	return f
}

func (r *Row) placeAll(ps []fill.Problem) []Fault {
	out := make([]Fault, len(ps))
	for i, p := range ps {
		out[i] = r.place(p)
	}
	return out
}

// Codes of faults that are not of a value.
const (
	CodeSyntax  fill.Code = "syntax"         // the row cannot be read
	CodeColumns fill.Code = "wrong_columns"  // it has more cells than the header
	CodeRefused fill.Code = "refused"        // it was made, but could not be kept
	CodeName    fill.Code = "wrong_filename" // "filename" is no text
)

func fault(code fill.Code, zh, en string) Fault {
	return Fault{Problem: fill.Problem{Code: code, Text: fill.Text{ZH: zh, EN: en}}}
}

// unreadable tells of a row by the syntax error of its values.
func unreadable(err *fill.SyntaxError) Fault {
	return fault(CodeSyntax,
		fmt.Sprintf("第 %d 行第 %d 列：%s", err.Line, err.Column, err.Reason.ZH),
		fmt.Sprintf("line %d, column %d: %s", err.Line, err.Column, err.Reason.EN))
}
