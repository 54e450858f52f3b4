package sheet

import "reportfill/fill"

// Values gives what stands in the form, without blanks and doubtful cells.
func (o *Filled) Values() fill.Values {
	out := fill.Values{}
	for _, e := range o.Entries {
		if e.Value.Type != fill.Null {
			out = append(out, fill.Entry{Name: e.Field, Value: e.Value})
		}
	}
	return out
}

// Changes gives what somebody has changed in the form since it was made, as a
// JSON Merge Patch: null where a value was cleared.
func (o *Filled) Changes() fill.Values {
	out := fill.Values{}
	for _, e := range o.Entries {
		if e.locked || e.Doubt != nil || o.same(e.Field, e.Value, e.Was) {
			continue
		}
		out = append(out, fill.Entry{Name: e.Field, Value: e.Value})
	}
	return out
}

// same tells whether a cell still says what the form was made with.
func (o *Filled) same(field string, v fill.Value, was string) bool {
	if v.Type == fill.Null || was == "" {
		return v.Type == fill.Null && was == ""
	}
	if v.Text == was {
		return true
	}
	r, ok := o.template.Read(field, v)
	return ok && r.Value.Text == was
}

// Cell is the cell of a field; empty where the form has none.
func (o *Filled) Cell(field string) string {
	for _, e := range o.Entries {
		if e.Field == field {
			return e.Cell
		}
	}
	return ""
}

// Was is the value of a field that the form was made with; empty if none.
func (o *Filled) Was(field string) string {
	for _, e := range o.Entries {
		if e.Field == field {
			return e.Was
		}
	}
	return ""
}

// Doubts tells the cells that are not understood.
func (o *Filled) Doubts() []Problem {
	var out []Problem
	for _, e := range o.Entries {
		if e.Doubt != nil {
			out = append(out, Problem{Problem: *e.Doubt, Cell: e.Cell})
		}
	}
	return out
}

// Notes tells what the reader of the form should know.
func (o *Filled) Notes() []Problem {
	var out []Problem
	for _, e := range o.Entries {
		if e.Note != nil {
			out = append(out, Problem{Problem: *e.Note, Cell: e.Cell})
		}
	}
	return out
}

// Place gives problems of the form's values their cells. A doubtful cell is not
// told as missing too.
func (o *Filled) Place(problems []fill.Problem) []Problem {
	doubted := map[string]bool{}
	for _, d := range o.Doubts() {
		doubted[d.Field] = true
	}
	var out []Problem
	for _, p := range problems {
		if p.Code != fill.CodeMissing || !doubted[p.Field] {
			out = append(out, Problem{Problem: p, Cell: o.Cell(p.Field)})
		}
	}
	return out
}

// Problems tells all that keeps the form from being filled in: doubtful cells,
// and whatever the template has against the others. nil if nothing does.
func (o *Filled) Problems() []Problem {
	return append(o.Doubts(), o.Place(o.template.Check(o.Values()).Problems)...)
}
