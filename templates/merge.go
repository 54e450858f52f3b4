package templates

import (
	"cmp"
	"maps"
	"slices"

	"reportfill/fill"
)

// refused are the problems of a payload that cannot be kept and mended later:
// nobody would ever see the value again, or it could not be written down.
var refused = []fill.Code{fill.CodeUnknown, fill.CodeTwice, fill.CodePositions, fill.CodeText, fill.CodeShape}

// merge applies a patch (RFC 7396, of one level) to the values that are held
// and gives the new ones, by field name, and what changed. A value that is held
// already changes nothing, whoever gives it. *fill.InvalidError, *OwnerError.
func merge(c *Compiled, held []Held, patch fill.Values, a Actor, by Source) ([]Held, []Change, error) {
	if err := acceptable(c, patch); err != nil {
		return nil, nil, err
	}
	values := make(map[string]Held, len(held))
	for _, h := range held {
		values[h.Field] = h
	}
	var changes []Change
	var foreign []fill.Problem
	for _, e := range c.named(patch) {
		change, changed := changeOf(values, e)
		if !changed {
			continue
		}
		f := c.fields[e.Name]
		if !a.Owns(f.Owner) {
			if !a.Overrides() {
				foreign = append(foreign, foreignProblem(f))
				continue
			}
			change.Override, change.Owner = true, f.Owner
		}
		changes = append(changes, change)
		if change.New == nil {
			delete(values, e.Name)
		} else {
			values[e.Name] = Held{Field: e.Name, Given: *change.New, Override: change.Override, Source: by}
		}
	}
	if foreign != nil {
		return nil, nil, &OwnerError{Problems: foreign}
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.Field, b.Field) })
	return slices.SortedFunc(maps.Values(values), func(a, b Held) int { return cmp.Compare(a.Field, b.Field) }), changes, nil
}

func acceptable(c *Compiled, patch fill.Values) error {
	var problems []fill.Problem
	for _, p := range c.Fill.CheckGiven(patch) {
		if slices.Contains(refused, p.Code) {
			problems = append(problems, p)
		}
	}
	if problems != nil {
		return &fill.InvalidError{Problems: problems}
	}
	return nil
}

// changeOf tells what an entry changes; false if it changes nothing.
func changeOf(values map[string]Held, e fill.Entry) (Change, bool) {
	change := Change{Field: e.Name}
	old, had := values[e.Name]
	if had {
		change.Old = &old.Given
	}
	if e.Value.Type == fill.Null {
		return change, had
	}
	given := givenOf(e.Value)
	change.New = &given
	return change, !had || old.Given != given
}

// named gives the payload by name, each field once: the entries of an array, as
// many as acceptable lets through, take the fields of the placeholders in order.
func (c *Compiled) named(vs fill.Values) fill.Values {
	if len(vs) == 0 || vs[0].Position == 0 {
		return vs
	}
	var named fill.Values
	seen := map[string]bool{}
	for _, name := range c.Template.Schema.Placeholders {
		if name == fill.Ignored {
			continue
		}
		v := vs[0].Value
		vs = vs[1:]
		if v.Type != fill.Null && !seen[name] {
			named = append(named, fill.Entry{Name: name, Value: v})
		}
		seen[name] = true
	}
	return named
}

func foreignProblem(f fill.Field) fill.Problem {
	return fill.Problem{
		Code: CodeOwner, Field: f.Name, Label: f.Label, Placeholders: f.Placeholders,
		Text: fill.Text{
			ZH: "“" + f.Title() + "”由“" + f.Owner + "”填报，请由该部门提交，或由填报员代填。",
			EN: "“" + f.Title() + "” is answered for by “" + f.Owner + "”: it takes values from that department, or from a clerk in its place",
		},
	}
}
