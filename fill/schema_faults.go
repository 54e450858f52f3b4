package fill

import "fmt"

// Fault is one thing that is wrong with a schema. Path is its place as
// LocateFault reads it: "placeholders[12]", "fields.revenue.validate",
// "computed.bonds_issued.is", "checks[3].check"; indexes count from 0, and an
// entry without a good name goes by its index ("fields[3].name").
type Fault struct {
	Path string
	Text Text
}

// SchemaError holds the faults of a schema, never the first alone; the first
// hundred of very many.
type SchemaError struct {
	Faults []Fault
}

// Error gives the first fault in English and the number of the others.
func (e *SchemaError) Error() string {
	if len(e.Faults) == 0 {
		return ErrSchema.Error()
	}
	first := e.Faults[0]
	text := fmt.Sprintf("%v: %s: %s", ErrSchema, first.Path, first.Text.EN)
	if n := len(e.Faults) - 1; n > 0 {
		text += fmt.Sprintf(" (and %d more)", n)
	}
	return text
}

// Unwrap gives ErrSchema.
func (e *SchemaError) Unwrap() error { return ErrSchema }
