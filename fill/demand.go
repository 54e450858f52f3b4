package fill

// Demand is what kind, constraint and sentence of a field ask of its values,
// for whoever lets people enter them elsewhere. It holds what can be said by
// bounds and choices; Check holds the rest as well.
type Demand struct {
	Least, Most *Bound   // of a number, a date (2026-12-31), or the characters of a text; nil for none
	Choices     []string // the only values there are; nil for any within the bounds
	Text        Text     // what the constraint asks for, in words; empty for nothing
	Computed    bool     // no value is asked for: it is worked out
	Required    bool     // a fill without it is refused
}

// Bound is an end of a range.
type Bound struct {
	Value   string
	Outside bool // the bound itself is not in the range
}

// Demand gives what the field asks of its values; zero for an unknown name.
func (t *Template) Demand(field string) Demand {
	i, ok := t.index[field]
	if !ok {
		return Demand{}
	}
	f := &t.fields[i]
	d := Demand{Text: f.constraint.demand, Computed: f.computed != nil, Required: f.needed && !f.Optional}
	if k, ok := kindBounds[f.Kind]; ok {
		d.narrow(validateTag{"gte", k.least()})
		d.narrow(validateTag{"lte", k.most()})
	}
	if f.sign.words != "" {
		d.narrow(validateTag{"gte", "0"})
	}
	for _, tag := range f.tags() {
		switch tag.name {
		case "oneof":
			d.Choices = splitList(tag.parameter)
		case "eq":
			d.Choices = []string{tag.parameter}
		default:
			d.narrow(tag)
		}
	}
	return d
}

// narrow moves a bound. Of two tags for the same end the later counts.
func (d *Demand) narrow(tag validateTag) {
	b := &Bound{Value: tag.parameter, Outside: tag.name == "gt" || tag.name == "lt"}
	switch tag.name {
	case "gte", "min", "gt":
		d.Least = b
	case "lte", "max", "lt":
		d.Most = b
	case "len":
		d.Least, d.Most = b, b
	}
}
