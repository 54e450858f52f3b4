package fill

import "strings"

// formula gives the expression of a computed field in labels.
func (t *Template) formula(name string) string {
	for _, c := range t.schema.Computed {
		if c.Field == name {
			return t.inLabels(c.Is)
		}
	}
	return name
}

// inLabels gives an expression with labels in place of names, and signs as
// people write them.
func (t *Template) inLabels(src string) string {
	var b strings.Builder
	for src != "" {
		n := strings.IndexFunc(src, func(c rune) bool { return !isNameRune(c) })
		if n < 0 {
			n = len(src)
		}
		if n > 0 {
			b.WriteString(t.labelOf(src[:n]))
			src = src[n:]
			continue
		}
		n = strings.IndexFunc(src, isNameRune)
		if n < 0 {
			n = len(src)
		}
		b.WriteString(operators.Replace(src[:n]))
		src = src[n:]
	}
	return b.String()
}

var operators = strings.NewReplacer("*", "×", "/", "÷", "<=", "≤", ">=", "≥", "!=", "≠", "==", "=")

// isNameRune tells whether the character may stand in a name or number.
func isNameRune(c rune) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 0x7F
}

func (t *Template) labelOf(name string) string {
	if i, ok := t.index[name]; ok {
		return t.fields[i].Title()
	}
	return name
}
