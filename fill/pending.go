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

// DefaultSchema is the schema of a draft that nobody has described: x1, x2, …
func DefaultSchema(p *Package) Schema { panic("pending") }

// Compile binds a schema to a package and tells all faults at once.
func Compile(p *Package, s Schema) (*Template, error) { panic("pending") }

// Schema gives the schema that the template was compiled from.
func (t *Template) Schema() Schema { panic("pending") }

// Package gives the package that the template was compiled from.
func (t *Template) Package() *Package { panic("pending") }

// Fields gives the fields in the schema's order, with their placeholders.
func (t *Template) Fields() []Field { panic("pending") }

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
func compileConstraint(f Field) (constraint, []Text) { panic("pending") }

// resolve binds, checks and formats a payload.
func (t *Template) resolve(v Values) (resolved, Result) { panic("pending") }

// parsePrinted reads a printed value back: the inverse of formatting.
func (f *boundField) parsePrinted(text string) (Value, error) { panic("pending") }
