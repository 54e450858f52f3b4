package fill

// Template is a package with its compiled schema. It never changes once
// compiled and is safe for concurrent use.
type Template struct {
	pkg          *Package
	schema       Schema
	placeholders []Placeholder  // as Package.Placeholders, in reading order
	fieldOf      []int          // the field of each placeholder, an index into fields; -1 leaves it
	fields       []boundField   // in the schema's order
	index        map[string]int // field name → index into fields
	order        []int          // the computed fields, each after those that it reads
	checks       []boundCheck
	splice       *splice // the package cut at the placeholders
	expressions  bool    // there are computed fields or checks
}

// boundField is a field with all that can be worked out before values come.
type boundField struct {
	Field
	constraint constraint  // the compiled validate tags
	computed   *expression // nil unless the field is computed
	decimals   int         // of a computed field
	reads      []int       // the fields that the expression reads
	traits                 // worked out by prepare
}

// boundCheck is a check with its compiled condition.
type boundCheck struct {
	Check
	condition *expression
	reads     []int // the fields that it reads
}

// resolved is a payload bound to a template: what each field prints.
type resolved struct {
	text []string // by index of Template.fields
	has  []bool   // false where the field has no value
}
