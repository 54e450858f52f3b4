package reference

import (
	"slices"
	"strconv"
	"strings"
)

// Type is what a value may be.
type Type struct {
	Text  string   // string, integer, Report[] …
	Link  string   // the schema of its name, where it has one; empty for none
	Enum  []string // the values that it may have
	Limit string   // bounds, as they are written: 0…500, ≤ 200, = false
}

func (r *reader) typeOf(s schema) Type {
	if s.Ref != "" {
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		return Type{Text: name, Link: name}
	}
	if s.Items != nil {
		t := r.typeOf(*s.Items)
		t.Text += "[]"
		return t
	}
	if list := slices.Concat(s.OneOf, s.AnyOf); len(list) > 0 {
		return r.join(list, " | ")
	}
	if len(s.AllOf) > 0 {
		return r.join(s.AllOf, " + ")
	}
	t := Type{Text: s.Type, Enum: s.Enum, Limit: limit(s)}
	if s.Format != "" {
		t.Text += " (" + s.Format + ")"
	}
	if s.Nullable {
		t.Text += " | null"
	}
	return t
}

// join writes several types as one; it leads to the first that has a name.
func (r *reader) join(list []schema, sign string) Type {
	var t Type
	var texts []string
	for _, s := range list {
		one := r.typeOf(s)
		texts = append(texts, one.Text)
		if t.Link == "" {
			t.Link = one.Link
		}
	}
	t.Text = strings.Join(texts, sign)
	return t
}

// limit writes the bounds of a schema.
func limit(s schema) string {
	var out []string
	switch {
	case s.Minimum != nil && s.Maximum != nil:
		out = append(out, number(s.Minimum)+"…"+number(s.Maximum))
	case s.Minimum != nil:
		out = append(out, "≥ "+number(s.Minimum))
	case s.Maximum != nil:
		out = append(out, "≤ "+number(s.Maximum))
	}
	if s.MaxLength != nil {
		out = append(out, "length ≤ "+number(s.MaxLength))
	}
	if s.Default.Value != "" {
		out = append(out, "= "+s.Default.Value)
	}
	return strings.Join(out, ", ")
}

func number(n *int64) string { return strconv.FormatInt(*n, 10) }

// rows are the members of an object, those of what it is made of included; of an
// array without a name, the members of its items.
func (r *reader) rows(s schema) []Row {
	if s.Items != nil && s.Items.Ref == "" {
		return r.rows(*s.Items)
	}
	var out []Row
	for _, part := range s.AllOf {
		if named, ok := r.Components.Schemas.named(part.Ref); ok && part.Ref != "" {
			part = named
		}
		out = append(out, r.rows(part)...)
	}
	for _, e := range s.Properties {
		p := e.Value
		out = append(out, Row{
			Name: e.Key, Required: slices.Contains(s.Required, e.Key), Type: r.typeOf(p), Text: r.prose(p.Description),
		})
		out = append(out, nested(e.Key, p, r)...)
	}
	return out
}

// nested are the members of an object within an object, by path.
func nested(name string, s schema, r *reader) []Row {
	if s.Items != nil {
		name, s = name+"[]", *s.Items
	}
	if s.Ref != "" {
		return nil
	}
	rows := r.rows(s)
	for i := range rows {
		rows[i].Name = name + "." + rows[i].Name
	}
	return rows
}
