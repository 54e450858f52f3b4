package fill

import (
	"fmt"
	"slices"
)

// expression is a compiled formula over the figures of fields: arithmetic that
// gives a quantity, or a condition. It never changes and is safe for concurrent
// use.
type expression struct{ root *term }

// operation is what a term does with its operands.
type operation uint8

// The operations: leaves, arithmetic, choice, comparisons, logic.
const (
	opConstant operation = iota
	opField
	opNegate
	opAdd
	opSubtract
	opMultiply
	opDivide
	opAbs
	opMin
	opMax
	opSum
	opRound
	opChoose // operands: condition, then, else
	opLess
	opLessEqual
	opGreater
	opGreaterEqual
	opEqual
	opNotEqual
	opNot
	opAnd
	opOr
)

// term is one node of an expression.
type term struct {
	op       operation
	of       []*term
	field    int      // of opField
	constant quantity // of opConstant
	places   int32    // of opRound
	divisor  string   // of opDivide: the second operand as messages have it
	column   int      // of its operator, name or number in the source, in characters from 1
}

// divisionError says that a divisor is zero.
type divisionError struct {
	divisor string // as the expression has it
	column  int    // of the division, in characters from 1
}

// Text says which divisor it was.
func (e *divisionError) Text() Text {
	return Text{
		ZH: fmt.Sprintf("除数 %s 为零，无法计算", e.divisor),
		EN: fmt.Sprintf("the divisor %s is zero", e.divisor),
	}
}

// Error gives the message in English, with the place.
func (e *divisionError) Error() string { return fmt.Sprintf("character %d: %s", e.column, e.Text().EN) }

// condition tells whether the expression is a condition, not a number.
func (e *expression) condition() bool { return e.root.condition() }

// condition tells whether the term is a condition, not a number.
func (t *term) condition() bool {
	if t.op == opChoose {
		return t.of[1].condition()
	}
	return t.op >= opLess
}

// fields are the indexes of the fields that the expression reads, each once, in order.
func (e *expression) fields() []int {
	var out []int
	e.root.each(func(t *term) {
		if t.op == opField && !slices.Contains(out, t.field) {
			out = append(out, t.field)
		}
	})
	return out
}

// each calls f for the term and all below it, in the order of the source.
func (t *term) each(f func(*term)) {
	f(t)
	for _, o := range t.of {
		o.each(f)
	}
}

// number works the expression out over the figures by field index. A figure
// that is not known leaves the result unknown. The error is a *divisionError.
func (e *expression) number(env []quantity) (quantity, error) { return e.root.number(env) }

// holds works a condition out: true where the intervals allow it, and where it
// reads a figure that is not known. The error is a *divisionError.
func (e *expression) holds(env []quantity) (bool, error) {
	v, err := e.root.truth(env)
	return v.holds, err
}
