package templates

// Action is what was done to a report.
type Action string

// The actions in a report's history.
const (
	ActionCreate   Action = "create"
	ActionPatch    Action = "patch"
	ActionCompare  Action = "compare" // names another report as last year's
	ActionFinalize Action = "finalize"
)

// Entry is one change of a report. Entries are never changed or removed.
type Entry struct {
	Revision int64    `json:"revision"` // the report's, after the change
	Action   Action   `json:"action"`
	Source   Source   `json:"source"`
	Changes  []Change `json:"changes,omitempty"` // by field name

	// Previous is the report that a create or a compare names as last year's;
	// empty where it names none.
	Previous string `json:"previous,omitempty"`
}

// Begun is a report at revision 1 with its first entry.
type Begun struct {
	Report *Report
	Entry  Entry
}

// Change is one field's value before and after.
type Change struct {
	Field    string `json:"field"`
	Old      *Given `json:"old"`                // nil: there was none
	New      *Given `json:"new"`                // nil: it was removed
	Override bool   `json:"override,omitempty"` // by somebody else than the field's owner
	Owner    string `json:"owner,omitempty"`    // the owner that was overridden
	From     string `json:"from,omitempty"`     // as Source.From
}
