package fill

// Kind tells what a field's value is.
type Kind string

// The kinds of fields.
const (
	KindText    Kind = "text"
	KindInteger Kind = "integer"
	KindDecimal Kind = "decimal"
	KindPercent Kind = "percent" // the number printed before % or 个百分点
	KindYear    Kind = "year"
	KindMonth   Kind = "month"
	KindDay     Kind = "day"
	KindRank    Kind = "rank"
	KindDate    Kind = "date"
)

// Kinds lists the kinds in the order in which they are offered to an author.
var Kinds = []Kind{KindText, KindInteger, KindDecimal, KindPercent, KindYear, KindMonth, KindDay, KindRank, KindDate}

// Numeric tells whether values of the kind are numbers.
func (k Kind) Numeric() bool {
	switch k {
	case KindInteger, KindDecimal, KindPercent, KindYear, KindMonth, KindDay, KindRank:
		return true
	}
	return false
}

// Field is a named, typed value that fills one or more placeholders.
type Field struct {
	Name     string `json:"name"`
	Label    string `json:"label,omitempty"`    // what a clerk calls it; may be empty
	Kind     Kind   `json:"kind,omitempty"`     // empty means text
	Unit     string `json:"unit,omitempty"`     // as the sentence has it after the placeholder: 亿元, 个, %
	Decimals *int   `json:"decimals,omitempty"` // decimals printed; nil prints the digits as given
	Grouping bool   `json:"grouping,omitempty"` // print 1,234,567
	Numerals string `json:"numerals,omitempty"` // "" 2026, "chinese" 二〇二六, "financial" 大写金额
	Optional bool   `json:"optional,omitempty"` // required: false in a fields file
	Validate string `json:"validate,omitempty"` // validator tags over the number, or over the text
	Owner    string `json:"owner,omitempty"`    // the department that answers for it
	PriorOf  string `json:"prior_of,omitempty"` // the field whose figure of last year this one repeats
	Example  string `json:"example,omitempty"`

	// Placeholders are the numbers of the placeholders that it fills, in order.
	// Suggest and Template set them; Compile takes them from Schema.Placeholders.
	Placeholders []int `json:"placeholders,omitempty"`
}

// Title is the label, or the name where there is none.
func (f Field) Title() string {
	if f.Label != "" {
		return f.Label
	}
	return f.Name
}
