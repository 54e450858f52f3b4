package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"reportfill/fill"
)

// writeFormula writes a computed cell: blank until every figure that it reads is
// there, then the expression, rounded as the service rounds it.
func (b *formWriter) writeFormula(r formRow) {
	formula, decimals, _ := b.Template.FormulaTree(r.field.Name)
	cells := cellsOf(b.rows)
	at := valueColumn.at(r.row)
	b.keep(b.file.SetCellFormula(b.sheet, at, excelFormula(formula, decimals, cells)))
	zeros := ""
	if decimals > 0 {
		zeros = "." + strings.Repeat("0", decimals)
	}
	b.keep(b.file.SetCellStyle(b.sheet, at, at, b.styleID(style{role: roleComputed, format: "0" + zeros})))
}

// excelFormula translates a computed field's expression.
func excelFormula(f fill.Formula, decimals int, cells map[string]formRow) string {
	e := excelWriter{cells: cells}
	body := fmt.Sprintf("ROUND(%s,%d)", e.write(f), decimals)
	reads := f.Fields()
	if len(reads) == 0 {
		return body
	}
	refs := make([]string, len(reads))
	for i, name := range reads {
		refs[i] = valueColumn.at(cells[name].row)
	}
	return fmt.Sprintf(`IF(COUNT(%s)<%d,"",%s)`, strings.Join(refs, ","), len(refs), body)
}

// excelWriter writes an expression as Excel has it, in brackets wherever the
// two could group differently.
type excelWriter struct {
	cells map[string]formRow
}

var excelFunctions = map[string]string{
	"abs": "ABS", "min": "MIN", "max": "MAX", "sum": "SUM", "if": "IF", "not": "NOT", "and": "AND", "or": "OR",
}

var excelSigns = map[string]string{
	"+": "+", "-": "-", "*": "*", "/": "/", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>",
}

func (e excelWriter) write(f fill.Formula) string {
	switch f.Operation {
	case "number":
		return f.Number
	case "field":
		return e.figure(e.cells[f.Field])
	case "neg":
		return "(-" + e.write(f.Of[0]) + ")"
	case "round":
		return fmt.Sprintf("ROUND(%s,%d)", e.write(f.Of[0]), f.Places)
	}
	operands := make([]string, len(f.Of))
	for i, o := range f.Of {
		operands[i] = e.write(o)
	}
	if sign, ok := excelSigns[f.Operation]; ok {
		return "(" + strings.Join(operands, sign) + ")"
	}
	return excelFunctions[f.Operation] + "(" + strings.Join(operands, ",") + ")"
}

// figure is the cell of a field with the decimals that the field prints: the
// service works with what is printed. A percentage that is stored as a fraction
// is taken by what it shows.
func (e excelWriter) figure(r formRow) string {
	at := valueColumn.at(r.row)
	if takesPercent(r.field) {
		at = fmt.Sprintf(`IF(LEFT(CELL("format",%[1]s),1)="P",%[1]s*100,%[1]s)`, at)
	}
	if r.field.Decimals != nil {
		at = fmt.Sprintf("ROUND(%s,%d)", at, *r.field.Decimals)
	}
	return at
}

func decimalText(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
