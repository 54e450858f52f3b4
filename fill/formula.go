package fill

import "slices"

// Formula is the expression of a computed field as a tree, for whoever writes
// it down in another notation. A leaf has no operands.
type Formula struct {
	// Operation is "number" or "field" for leaves, else one of neg, +, -, *, /,
	// abs, min, max, sum, round, if (condition, then, else), <, <=, >, >=, ==,
	// !=, not, and, or.
	Operation string
	Of        []Formula
	Number    string // of a number, as decimal digits
	Field     string // of a field, its name
	Places    int    // of round; negative left of the point
}

var operationNames = map[operation]string{
	opConstant: "number", opField: "field", opNegate: "neg", opAdd: "+", opSubtract: "-", opMultiply: "*", opDivide: "/",
	opAbs: "abs", opMin: "min", opMax: "max", opSum: "sum", opRound: "round", opChoose: "if",
	opLess: "<", opLessEqual: "<=", opGreater: ">", opGreaterEqual: ">=", opEqual: "==", opNotEqual: "!=",
	opNot: "not", opAnd: "and", opOr: "or",
}

// FormulaTree gives the expression of a computed field and the decimals that its
// value is rounded to, half away from zero; false for any other field.
func (t *Template) FormulaTree(field string) (f Formula, decimals int, computed bool) {
	i, ok := t.index[field]
	if !ok || t.fields[i].computed == nil {
		return Formula{}, 0, false
	}
	return t.formulaOf(t.fields[i].computed.root), int(t.fields[i].places), true
}

func (t *Template) formulaOf(n *term) Formula {
	f := Formula{Operation: operationNames[n.op], Places: int(n.places)}
	switch n.op {
	case opConstant:
		f.Number = n.constant.decimal().String()
	case opField:
		f.Field = t.fields[n.field].Name
	}
	for _, o := range n.of {
		f.Of = append(f.Of, t.formulaOf(o))
	}
	return f
}

// Fields are the names of the fields that the formula reads, each once.
func (f Formula) Fields() []string {
	if f.Operation == "field" {
		return []string{f.Field}
	}
	var out []string
	for _, o := range f.Of {
		for _, name := range o.Fields() {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}
