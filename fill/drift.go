package fill

import (
	"slices"
	"strconv"
)

// Drift tells how the placeholders of a changed draft answer to those of the
// template's. Numbers are those of Placeholder.Number, ascending.
type Drift struct {
	Stayed    []Carried   `json:"stayed"`    // the same sentence, in the same order
	Moved     []Carried   `json:"moved"`     // the same sentence, elsewhere in the order
	New       []int       `json:"new"`       // in the new draft alone
	Gone      []int       `json:"gone"`      // in the old draft alone
	Ambiguous []Ambiguity `json:"ambiguous"` // several could be meant; none is bound
	Dropped   Dropped     `json:"dropped"`   // what went with the fields that are gone
}

// Carried is a placeholder of the new draft that keeps a field of the old one.
type Carried struct {
	Old    int    `json:"old"`
	New    int    `json:"new"`
	Field  string `json:"field"`  // Ignored where the author left it as it is
	Edited bool   `json:"edited"` // the words of its sentence have changed
}

// Ambiguity is a placeholder of the new draft for which several of the old one
// could be meant, or one whose sentence has another unit now.
type Ambiguity struct {
	New int   `json:"new"`
	Old []int `json:"old"`
}

// Dropped are the fields that no placeholder and no expression needs any more,
// and the expressions that cannot hold without them.
type Dropped struct {
	Fields   []string `json:"fields"`
	Computed []string `json:"computed"` // the fields that were computed
	Checks   []string `json:"checks"`   // their conditions
}

// Carry gives the schema of a changed draft: each placeholder keeps the field of
// the one that stood in the same sentence, whatever its number is now. New
// placeholders get suggested fields; ambiguous ones are left as they are until
// the author says which is meant. A field goes with its last placeholder, unless
// an expression still reads it.
func (t *Template) Carry(next *Package) (Schema, Drift) {
	matches := matchPlaceholders(t.placeholders, next.placeholders)
	matches.partUnits(unitsOf(t.placeholders), unitsOf(next.placeholders))
	d := matches.drift(t.schema.Placeholders)
	s := t.Schema()
	s.Placeholders = make([]string, len(next.placeholders))
	for i := range s.Placeholders {
		s.Placeholders[i] = Ignored
		if old := matches.old[i]; old >= 0 {
			s.Placeholders[i] = t.schema.Placeholders[old]
		}
	}
	s.addSuggested(next.placeholders, d.New)
	d.Dropped = s.drop()
	return s, d
}

// addSuggested adds a suggested field for each of the new placeholders, under a
// name that no field has.
func (s *Schema) addSuggested(ps []Placeholder, numbers []int) {
	taken := map[string]bool{}
	for _, f := range s.Fields {
		taken[f.Name] = true
	}
	for _, f := range Suggest(ps) {
		n := f.Placeholders[0]
		if !slices.Contains(numbers, n) {
			continue
		}
		for k := n; taken[f.Name]; k++ {
			f.Name = "x" + strconv.Itoa(k)
		}
		taken[f.Name] = true
		for _, n := range f.Placeholders {
			s.Placeholders[n-1] = f.Name
		}
		f.Placeholders = nil
		s.Fields = append(s.Fields, f)
	}
}

// drop takes the fields away that nothing needs, and the expressions that
// would read a field without a placeholder which has none to work it out.
func (s *Schema) drop() Dropped {
	bound := map[string]bool{}
	for _, name := range s.Placeholders {
		bound[name] = true
	}
	computed := map[string]bool{}
	for _, c := range s.Computed {
		computed[c.Field] = true
	}
	missing := func(expression string) bool {
		for name := range namesIn(expression) {
			if !bound[name] && !computed[name] {
				return true
			}
		}
		return false
	}
	var d Dropped
	s.Computed = slices.DeleteFunc(s.Computed, func(c Computed) bool {
		gone := missing(c.Is)
		if gone {
			d.Computed = append(d.Computed, c.Field)
		}
		return gone
	})
	s.Checks = slices.DeleteFunc(s.Checks, func(c Check) bool {
		gone := missing(c.Condition)
		if gone {
			d.Checks = append(d.Checks, c.Condition)
		}
		return gone
	})
	s.dropFields(bound, &d)
	return d
}

// dropFields takes the fields away that neither a placeholder nor an expression
// needs.
func (s *Schema) dropFields(needed map[string]bool, d *Dropped) {
	for _, c := range s.Computed {
		markNames(c.Is, needed)
	}
	for _, c := range s.Checks {
		markNames(c.Condition, needed)
	}
	s.Computed = slices.DeleteFunc(s.Computed, func(c Computed) bool {
		if !needed[c.Field] {
			d.Computed = append(d.Computed, c.Field)
		}
		return !needed[c.Field]
	})
	s.Fields = slices.DeleteFunc(s.Fields, func(f Field) bool {
		if !needed[f.Name] {
			d.Fields = append(d.Fields, f.Name)
		}
		return !needed[f.Name]
	})
}

// namesIn gives the field names that an expression reads.
func namesIn(expression string) map[string]bool {
	names := map[string]bool{}
	markNames(expression, names)
	return names
}
