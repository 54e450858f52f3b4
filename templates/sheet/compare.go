package sheet

import "reportfill/fill"

// Change is what a form changes of the values that a report holds.
type Change struct {
	Field     fill.Field
	Cell      string
	Old, New  fill.Value // Null for none
	Overtaken bool       // the report's value is not the one that the form was made with: somebody else has changed it
}

// Compare gives what the form would change of a report's values: of what
// somebody changed in the form, that which the report does not say already.
func (o *Filled) Compare(held fill.Values) []Change {
	fields := map[string]fill.Field{}
	for _, f := range o.template.Fields() {
		fields[f.Name] = f
	}
	var out []Change
	for _, e := range o.Changes() {
		old, _ := held.Get(e.Name)
		if o.alike(e.Name, e.Value, old) {
			continue
		}
		f, known := fields[e.Name]
		if !known {
			f = fill.Field{Name: e.Name}
		}
		out = append(out, Change{
			Field: f, Cell: o.Cell(e.Name), Old: old, New: e.Value,
			Overtaken: !o.same(e.Name, old, o.Was(e.Name)),
		})
	}
	return out
}

// alike tells whether two values say the same, however either is written.
func (o *Filled) alike(field string, a, b fill.Value) bool {
	x, ok := o.template.Read(field, a)
	y, also := o.template.Read(field, b)
	if ok && also {
		return x.Value == y.Value
	}
	return a == b
}

// Patch gives changes as a JSON Merge Patch.
func Patch(changes []Change) fill.Values {
	out := fill.Values{}
	for _, c := range changes {
		out = append(out, fill.Entry{Name: c.Field.Name, Value: c.New})
	}
	return out
}

// After gives a report's values as the changes would leave them.
func After(held fill.Values, changes []Change) fill.Values {
	patch := Patch(changes)
	out := fill.Values{}
	for _, e := range held {
		if _, changed := patch.Get(e.Name); !changed {
			out = append(out, e)
		}
	}
	for _, e := range patch {
		if e.Value.Type != fill.Null {
			out = append(out, e)
		}
	}
	return out
}
