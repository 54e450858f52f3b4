package fill

import "slices"

// Schema is what the author says of a draft: the content of a fields file.
type Schema struct {
	Title        string     `json:"title,omitempty"`
	Marks        []string   `json:"marks,omitempty"` // nil means DefaultMarks
	Fields       []Field    `json:"fields"`
	Placeholders []string   `json:"placeholders"` // the field of each placeholder in reading order; Ignored leaves it as it is
	Computed     []Computed `json:"computed,omitempty"`
	Checks       []Check    `json:"checks,omitempty"`
}

// fieldsInPlace gives the fields with the numbers of the placeholders that the
// schema's list gives them, whether or not their own are set yet.
func (s Schema) fieldsInPlace() []Field {
	numbers := make(map[string][]int)
	for i, name := range s.Placeholders {
		numbers[name] = append(numbers[name], i+1)
	}
	fields := slices.Clone(s.Fields)
	for i := range fields {
		fields[i].Placeholders = numbers[fields[i].Name]
	}
	return fields
}

// Ignored is the name in Schema.Placeholders of a placeholder that is left as it is.
const Ignored = "-"

// DefaultMarks are the marks of a template that sets none (U+0058, U+FF38,
// U+00D7, U+2573).
var DefaultMarks = []string{"X", "Ｘ", "×", "╳"}

// Computed is an expression over other fields that gives a field its value.
type Computed struct {
	Field    string `json:"field"`
	Is       string `json:"is"`
	Decimals int    `json:"decimals"`
}

// Check is a condition over fields that must hold.
type Check struct {
	Condition string   `json:"check"`
	Severity  Severity `json:"severity,omitempty"` // empty means SeverityError
	Message   string   `json:"message,omitempty"`
}

// Severity tells whether a failed check stops the fill.
type Severity string

// The severities of checks.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)
