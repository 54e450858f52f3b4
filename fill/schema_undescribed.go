package fill

import (
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
)

// undescribed gives the fields of a schema that describes none: the names of
// its placeholders and computed fields, each once, in order. Those that an
// expression reads or gives are decimal, the others text.
func undescribed(s Schema) []Field {
	numeric := make(map[string]bool)
	for _, c := range s.Computed {
		numeric[c.Field] = true
		markNames(c.Is, numeric)
	}
	for _, c := range s.Checks {
		markNames(c.Condition, numeric)
	}
	out, seen := []Field{}, make(map[string]bool)
	add := func(name string) {
		if name == Ignored || seen[name] {
			return
		}
		seen[name] = true
		kind := KindText
		if numeric[name] {
			kind = KindDecimal
		}
		out = append(out, Field{Name: name, Kind: kind})
	}
	for _, name := range s.Placeholders {
		add(name)
	}
	for _, c := range s.Computed {
		add(c.Field)
	}
	return out
}

// markNames marks the names that stand in an expression.
func markNames(source string, names map[string]bool) {
	lex := lexer.New()
	lex.Reset(file.NewSource(foldSigns(source)))
	for {
		token, err := lex.Next()
		if err != nil {
			return
		}
		if token.Kind == lexer.Identifier {
			names[token.Value] = true
		}
	}
}
