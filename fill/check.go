package fill

import "strings"

// check tries the conditions whose figures are all known.
func (r *resolution) check() {
	for k := range r.t.checks {
		c := &r.t.checks[k]
		if !r.knows(c.reads) {
			continue
		}
		holds, err := c.condition.holds(r.env)
		switch {
		case err != nil:
			r.tell(c, CodeUncomputed, uncheckable(r.t.message(c), divisorText(err)))
		case !holds:
			r.tell(c, CodeCheck, failed(r.t.message(c), r.figures(c.reads)))
		}
	}
}

func (r *resolution) knows(fields []int) bool {
	for _, i := range fields {
		if !r.env[i].known {
			return false
		}
	}
	return true
}

// tell reports what became of a check, as severe as its author wants it.
func (r *resolution) tell(c *boundCheck, code Code, text Text) {
	p := Problem{Code: code, Text: text}
	for _, i := range c.reads {
		p.Placeholders = append(p.Placeholders, r.t.fields[i].Placeholders...)
	}
	if len(p.Placeholders) > 0 {
		first := r.t.placeholders[p.Placeholders[0]-1]
		p.Sentence, p.Text = first.Sentence(), inSentence(text, first)
	}
	if c.Severity == SeverityWarning {
		r.result.Warnings = append(r.result.Warnings, p)
		return
	}
	r.result.Problems = append(r.result.Problems, p)
}

// message is what the author says of a check, or its condition in labels.
func (t *Template) message(c *boundCheck) Text {
	if m := strings.TrimRight(c.Message, "。.！! "); m != "" {
		return Text{m, m}
	}
	condition := t.inLabels(c.Condition)
	return Text{"应当 " + condition, condition + " should hold"}
}

// figures lists fields with their values: 财政收入 12.34 亿元，….
func (r *resolution) figures(fields []int) string {
	var list []string
	for _, i := range fields {
		f := &r.t.fields[i]
		s := f.Title() + " " + r.numbers[i].String()
		if f.Unit != "" {
			s += " " + f.Unit
		}
		list = append(list, s)
	}
	return strings.Join(list, "，")
}

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
