package fill

// The signatures that are being built; each leaves this file as it is done.

// Check tells all problems at once, and the computed values.
func (t *Template) Check(v Values) Result { panic("pending") }

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
