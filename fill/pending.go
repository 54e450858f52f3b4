package fill

import "io"

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

// Paragraph is one paragraph of a story as a person reads it.
type Paragraph struct {
	Part         string
	Index        int    // as Placeholder.Paragraph
	Level        int    // 1 to 9 for a heading, 0 for body text, -1 for a title
	Text         string // tabs as \t, breaks as \n, objects as U+FFFC
	Cell         *Cell  // nil outside a table
	Placeholders []int  // numbers of the placeholders in it, in order
	Align        string // start, center, end, both; empty where the style says nothing
}

// Cell is the place of a paragraph in its table.
type Cell struct{ Table, Row, Column int }

// Paragraphs gives the text of the package's stories in reading order.
func (p *Package) Paragraphs() []Paragraph { panic("pending") }

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

// Extract reads the values of a filled document back.
func (t *Template) Extract(filled *Package) (Values, error) { panic("pending") }

// Tagged writes the draft with {{name}} in place of each placeholder.
func (t *Template) Tagged(w io.Writer) error { panic("pending") }

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
