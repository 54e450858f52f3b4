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
