package templates

// Difference is one difference between two versions of a template, as an author
// would tell it. What is empty does not belong to its kind.
type Difference struct {
	Kind     DifferenceKind `json:"kind"`
	Field    string         `json:"field,omitempty"`
	Label    string         `json:"label,omitempty"`    // of the field; the message of a check
	Member   string         `json:"member,omitempty"`   // what changed of it, as the fields file names it
	Number   int            `json:"number,omitempty"`   // of the placeholder, in the later version
	Sentence string         `json:"sentence,omitempty"` // of the placeholder, the mark set off as 【X】
	Old      string         `json:"old,omitempty"`
	New      string         `json:"new,omitempty"`
}

// DifferenceKind tells what a Difference is about.
type DifferenceKind string

// The kinds of differences, in the order in which they are told.
const (
	DiffersTitle           DifferenceKind = "title"
	DiffersDocx            DifferenceKind = "docx" // another document; Old and New are numbers of placeholders
	DiffersMarks           DifferenceKind = "marks"
	DiffersFieldAdded      DifferenceKind = "field_added"
	DiffersFieldRemoved    DifferenceKind = "field_removed"
	DiffersFieldRenamed    DifferenceKind = "field_renamed" // Old and New are names
	DiffersFieldChanged    DifferenceKind = "field_changed" // one for each member
	DiffersBound           DifferenceKind = "bound"         // Old and New are labels; empty where it is left as it is
	DiffersComputedAdded   DifferenceKind = "computed_added"
	DiffersComputedRemoved DifferenceKind = "computed_removed"
	DiffersComputedChanged DifferenceKind = "computed_changed"
	DiffersCheckAdded      DifferenceKind = "check_added"
	DiffersCheckRemoved    DifferenceKind = "check_removed"
	DiffersCheckChanged    DifferenceKind = "check_changed" // its severity or message; Label is its condition
)

// DifferenceKinds lists the kinds.
var DifferenceKinds = []DifferenceKind{
	DiffersTitle, DiffersDocx, DiffersMarks, DiffersFieldAdded, DiffersFieldRemoved, DiffersFieldRenamed, DiffersFieldChanged,
	DiffersBound, DiffersComputedAdded, DiffersComputedRemoved, DiffersComputedChanged, DiffersCheckAdded, DiffersCheckRemoved, DiffersCheckChanged,
}
