package fill

import "slices"

// DefaultSchema is the schema of a draft that nobody has described: the fields
// that Suggest proposes, x1, x2, … by the number of the placeholder and those
// of {{name}} by their name. Doubtful placeholders are left as they are.
func DefaultSchema(p *Package) Schema { return suggestedSchema(p.Placeholders()) }

// DoubtfulSchema is DefaultSchema with fields for the doubtful placeholders too.
func DoubtfulSchema(p *Package) Schema {
	ps := slices.Clone(p.Placeholders())
	for i := range ps {
		ps[i].Doubtful = ""
	}
	return suggestedSchema(ps)
}

func suggestedSchema(ps []Placeholder) Schema {
	s := Schema{Fields: Suggest(ps), Placeholders: make([]string, len(ps))}
	for i := range s.Placeholders {
		s.Placeholders[i] = Ignored
	}
	for i, f := range s.Fields {
		for _, number := range f.Placeholders {
			s.Placeholders[number-1] = f.Name
		}
		s.Fields[i].Placeholders = nil
	}
	return s
}
