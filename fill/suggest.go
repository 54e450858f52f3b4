package fill

import "strconv"

// Suggest proposes a field for each certain placeholder from its sentence: kind,
// unit, decimals, bounds and label. The fields are named x1, x2, … by the number of their
// placeholder; the places of one {{name}} are one field of that name. Labels are
// unique. Doubtful placeholders get no field.
func Suggest(ps []Placeholder) []Field {
	fs := mentions(ps)
	describe(fs)
	distinguish(fs)
	fields := make([]Field, 0, len(fs))
	named := map[string]int{}
	for i := range fs {
		f := &fs[i]
		if j, ok := named[f.Name]; ok && f.Name != "" {
			fields[j].Placeholders = append(fields[j].Placeholders, f.Number)
			continue
		}
		field := f.field()
		named[field.Name] = len(fields)
		fields = append(fields, field)
	}
	return fields
}

// field is the field of a figure that stands alone.
func (f *mention) field() Field {
	n := f.Name
	if n == "" {
		n = "x" + strconv.Itoa(f.Number)
	}
	return Field{
		Name:         n,
		Label:        f.label,
		Kind:         f.kind,
		Unit:         f.unit,
		Decimals:     f.decimals(),
		Validate:     f.bounds(),
		Placeholders: []int{f.Number},
	}
}

// bounds are the validator tags of a figure that its unit bounds: a quarter is
// one of four. Years, months, days and ranks are bounded by their kinds.
func (f *mention) bounds() string {
	if f.class != unitOfOrdinal {
		return ""
	}
	return unitBounds[f.unit]
}

// unitBounds are the tags of figures in an order that has an end.
var unitBounds = map[string]string{quarterUnit: "gte=1,lte=4", "时": "gte=0,lte=24", "分": "gte=0,lte=59"}
