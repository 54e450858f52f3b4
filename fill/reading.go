package fill

// Reading is a value as its field understands it.
type Reading struct {
	Value   Value  // in the field's unit, with the decimals that it prints: a number, a date as 2026-12-31, or text
	Printed string // as it stands in the document
}

// Read reads one value as the field would, whatever its constraint says of it.
// It fails for an unknown name, for a value that is none, and for one that the
// field cannot read; Check says why.
func (t *Template) Read(field string, v Value) (Reading, bool) {
	i, ok := t.index[field]
	if !ok || v.Type == Null {
		return Reading{}, false
	}
	f := &t.fields[i]
	if v.Type == String && f.Kind != KindText && halfWidth(v.Text) == "" {
		return Reading{}, false
	}
	r, bad := f.read(v, nil)
	if bad != nil {
		return Reading{}, false
	}
	switch {
	case f.Kind == KindDate:
		return Reading{Value{Type: String, Text: isoDate(r.number)}, r.text}, true
	case f.Kind.Numeric():
		return Reading{Value{Type: Number, Text: r.number.String()}, r.text}, true
	}
	return Reading{Value{Type: String, Text: r.text}, r.text}, true
}
