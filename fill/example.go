package fill

import (
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// Example gives a payload that Check has nothing against, in the order of the
// fields and without the computed ones: the fields' own examples, and invented
// figures where there are none, changed until constraints, computed fields and
// checks agree. It is the same for every call. Where the author's examples
// contradict one another, or conditions are too narrow to be met by trial, it
// is the best that was found.
func (t *Template) Example() Values {
	s := newExampleSearch(t)
	s.improve()
	return s.payload
}

// exampleValue gives the author's example of a field as a value.
func (f *boundField) exampleValue() Value {
	if f.Kind.Numeric() && isKind(f.Example, jsontext.KindNumber) {
		return Value{Type: Number, Text: f.Example}
	}
	return Value{Type: String, Text: f.Example}
}

// badExamples tells the examples that their own field would refuse.
func (t *Template) badExamples() []Fault {
	var examples Values
	for i := range t.fields {
		if f := &t.fields[i]; f.Example != "" {
			examples = append(examples, Entry{Name: f.Name, Value: f.exampleValue()})
		}
	}
	if examples == nil {
		return nil
	}
	_, result := t.resolve(examples)
	var faults []Fault
	for _, p := range result.Problems {
		own := []Code{CodeKind, CodeUnit, CodeConstraint, CodeSign, CodeText}
		if i, ok := t.index[p.Field]; ok && t.fields[i].Example != "" && slices.Contains(own, p.Code) {
			faults = append(faults, Fault{"fields." + p.Field + ".example", p.Text})
		}
	}
	return faults
}
