package fill

import "slices"

// problem is a problem of a field, with the sentence of one placeholder; 0 for none.
func (t *Template) problem(field int, code Code, text Text, placeholder int) Problem {
	f := &t.fields[field]
	p := Problem{Code: code, Field: f.Name, Label: f.Label, Placeholders: slices.Clone(f.Placeholders), Text: text}
	if placeholder > 0 {
		at := t.placeholders[placeholder-1]
		p.Sentence, p.Text = at.Sentence(), inSentence(text, at)
	}
	return p
}

// firstPlaceholder is the number of the field's first placeholder; 0 for none.
func (f *boundField) firstPlaceholder() int {
	if len(f.Placeholders) == 0 {
		return 0
	}
	return f.Placeholders[0]
}
