package fill

import "slices"

// Schema gives the schema that the template was compiled from, with the fields
// that it left undescribed. The copy is the caller's.
func (t *Template) Schema() Schema { return t.schema.clone() }

// Package gives the package that the template was compiled from, read with the
// template's marks.
func (t *Template) Package() *Package { return t.pkg }

// Placeholders gives the placeholders in reading order, ignored ones included.
func (t *Template) Placeholders() []Placeholder { return slices.Clone(t.placeholders) }

// Fields gives the fields in the schema's order, each with the numbers of its
// placeholders. The copy is the caller's.
func (t *Template) Fields() []Field {
	out := make([]Field, len(t.fields))
	for i, f := range t.fields {
		out[i] = f.Field.clone()
	}
	return out
}

// Formula gives the expression of a computed field with labels in place of
// names and signs as people write them; empty for a field that is not computed.
func (t *Template) Formula(field string) string {
	if i, ok := t.index[field]; ok && t.fields[i].computed != nil {
		return t.formula(field)
	}
	return ""
}
