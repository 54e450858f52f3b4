package fill

// The signatures that are being built; each leaves this file as it is done.

// Proposal is a total, a rate or a repeated fact that Suggest's fields show.
type Proposal struct {
	Kind       string // "total", "rate", "difference", "same"
	Field      string // the field that would be computed, or that the others become
	Expression string // for computed ones
	Decimals   int
	Same       []string // for "same": the fields that are one
	Certain    bool
	Reason     Text
}

// Propose finds totals, rates and repeated facts among the fields.
func Propose(ps []Placeholder, fs []Field) []Proposal { panic("pending") }

// Check tells all problems at once, and the computed values.
func (t *Template) Check(v Values) Result { panic("pending") }

// JSONSchema gives the JSON Schema 2020-12 of the payload.
func (t *Template) JSONSchema(l Language) ([]byte, error) { panic("pending") }

// Example gives a payload that passes.
func (t *Template) Example() Values { panic("pending") }

type (
	constraint struct{}
)

// compileConstraint compiles a field's validate tags, or tells their faults.
func compileConstraint(f Field) (constraint, []Text) { return constraint{}, nil }

// resolve binds, checks and formats a payload.
func (t *Template) resolve(v Values) (resolved, Result) { panic("pending") }

// parsePrinted reads a printed value back: the inverse of formatting.
func (f *boundField) parsePrinted(text string) (Value, error) { panic("pending") }
