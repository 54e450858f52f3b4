package fill

import "io"

// The signatures that are being built; each leaves this file as it is done.

// Package is a .docx that has been read: its parts and its placeholders.
type Package struct{}

// Missing says what becomes of a field without a value.
type Missing uint8

// The ways to treat a missing value.
const (
	MissingError Missing = iota // refuse the fill
	MissingKeep                 // the X stays, highlighted
	MissingBlank                // the X vanishes
)

// Options set how Fill treats what is not there.
type Options struct {
	Missing Missing
}

// Warning is something that the reader of a package should know.
type Warning struct {
	Code string // signed, external_target …
	Part string
	Text Text
}

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

// Open reads a package; everything that can fail on a document fails here.
func Open(docx []byte, lim Limits) (*Package, error) { panic("pending") }

// Placeholders gives the placeholders in reading order.
func (p *Package) Placeholders() []Placeholder { panic("pending") }

// WithMarks gives the package with other marks than the default.
func (p *Package) WithMarks(marks []string) (*Package, error) { panic("pending") }

// Warnings gives what the reader of the package should know.
func (p *Package) Warnings() []Warning { panic("pending") }

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

// Fill writes the document with the values in place.
func (t *Template) Fill(w io.Writer, v Values, o Options) error { panic("pending") }

// Extract reads the values of a filled document back.
func (t *Template) Extract(filled *Package) (Values, error) { panic("pending") }

// Tagged writes the draft with {{name}} in place of each placeholder.
func (t *Template) Tagged(w io.Writer) error { panic("pending") }

// JSONSchema gives the JSON Schema 2020-12 of the payload.
func (t *Template) JSONSchema(l Language) ([]byte, error) { panic("pending") }

// Example gives a payload that passes.
func (t *Template) Example() Values { panic("pending") }

type (
	splice     struct{}
	constraint struct{}
)

// newSplice cuts the package at the placeholders whose field is not -1.
func newSplice(p *Package, fieldOf []int) *splice { panic("pending") }

// compileConstraint compiles a field's validate tags, or tells their faults.
func compileConstraint(f Field) (constraint, []Text) { panic("pending") }

// resolve binds, checks and formats a payload.
func (t *Template) resolve(v Values) (resolved, Result) { panic("pending") }

// parsePrinted reads a printed value back: the inverse of formatting.
func (f *boundField) parsePrinted(text string) (Value, error) { panic("pending") }
