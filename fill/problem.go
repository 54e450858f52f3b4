package fill

// Code is the stable name of a kind of problem.
type Code string

// The kinds of problems that Check tells.
const (
	CodeMissing     Code = "missing"          // a required field without a value
	CodeUnknown     Code = "unknown_field"    // a name that the template lacks
	CodeTwice       Code = "given_twice"      // a field given more than once
	CodeKind        Code = "wrong_kind"       // not a number, a year, a date …
	CodeShape       Code = "wrong_shape"      // a list or an object, where one value belongs
	CodeUnit        Code = "wrong_unit"       // a unit that cannot be converted to the field's
	CodeConstraint  Code = "constraint"       // against the field's validate tags
	CodeSign        Code = "sign"             // a minus that the words already say
	CodeComputed    Code = "computed_differs" // given and computed are apart by more than rounding
	CodeCheck       Code = "check_failed"     // a check's condition does not hold
	CodeText        Code = "invalid_text"     // characters that XML cannot hold
	CodeSlip        Code = "magnitude"        // far from last year's figure by a power of ten
	CodeUncomputed  Code = "not_computable"   // a division by zero and the like
	CodePositions   Code = "wrong_count"      // an array payload longer or shorter than the placeholders
	CodeSignChanged Code = "sign_changed"     // last year's figure had the other sign
	CodePrior       Code = "prior_differs"    // not last year's figure of the field that it repeats
	CodeNotFound    Code = "not_found"        // Extract: the document lacks the sentence
	CodeAmbiguous   Code = "ambiguous"        // Extract: the sentence can be read in several ways
	CodeDiffers     Code = "differs"          // Extract: a field has different values in its places
)

// Problem is one thing that is wrong with a payload.
type Problem struct {
	Code         Code
	Field        string // empty where it concerns no single field
	Label        string
	Placeholders []int
	Sentence     string // of the first placeholder, the mark set off as 【X】
	Text         Text   // the message, with what to do
}

// Message is what is wrong and what to do, in the language.
func (p Problem) Message(l Language) string { return p.Text.In(l) }

// Result is all that Check has to say.
type Result struct {
	Problems []Problem // each of them stops a fill
	Warnings []Problem // none of them does
	Computed Values    // the computed fields, as they would be printed
}
