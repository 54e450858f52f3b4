package templates

import (
	"reportfill/fill"
)

// Status is how far a report has come.
type Status string

// The statuses of reports. The first two follow from the values.
const (
	StatusDraft    Status = "draft"    // something is missing or wrong
	StatusComplete Status = "complete" // nothing is: it may be made final
	StatusFinal    Status = "final"    // its document is made and kept; nothing changes
)

// Report is values collected for one template version.
type Report struct {
	ID       string   `json:"id"` // UUIDv7: ids sort by creation
	Title    string   `json:"title"`
	Template Ref      `json:"template"`           // always with a version
	Previous string   `json:"previous,omitempty"` // id of last year's report, whose values are compared
	Status   Status   `json:"status"`
	Progress Progress `json:"progress"`
	Revision int64    `json:"revision"` // from 1; one more with each change
	Created  Source   `json:"created"`
	Updated  Source   `json:"updated"`
	Values   []Held   `json:"values,omitempty"` // by field name; nil in lists
}

// Progress counts what a report has and lacks.
type Progress struct {
	Fields   int      `json:"fields"`            // that take a value: computed ones are not among them
	Given    int      `json:"given"`             // of those
	Missing  int      `json:"missing"`           // required and not given
	Problems int      `json:"problems"`          // wrong otherwise
	Warnings int      `json:"warnings"`          //
	Waiting  []string `json:"waiting,omitempty"` // the owners of missing fields, each once
}

// Given is a value as it was given.
type Given struct {
	Type fill.ValueType `json:"type"`
	Text string         `json:"text"`
	Unit string         `json:"unit,omitempty"`
}

// Value gives the value as the engine takes it.
func (g Given) Value() fill.Value { return fill.Value{Type: g.Type, Text: g.Text, Unit: g.Unit} }

func givenOf(v fill.Value) Given { return Given{Type: v.Type, Text: v.Text, Unit: v.Unit} }

// Held is a value that a report holds, with where it came from.
type Held struct {
	Field string `json:"field"`
	Given
	Override bool   `json:"override,omitempty"` // set by somebody else than the field's owner
	Source   Source `json:"source"`
}

// Payload gives the values as the engine takes them.
func (r *Report) Payload() fill.Values {
	vs := make(fill.Values, len(r.Values))
	for i, h := range r.Values {
		vs[i] = fill.Entry{Name: h.Field, Value: h.Value()}
	}
	return vs
}

// State is a report with what its template says of it.
type State struct {
	Report   *Report
	Template *Compiled
	Result   fill.Result // its warnings tell slips beside last year's values too; a final report has no problems
	Previous fill.Values // last year's values; nil if none

	PreviousTitle string // of last year's report; empty if none
}

// NewReport is what a report begins with.
type NewReport struct {
	Template Ref         // version 0: the latest
	Title    string      // empty: the template's
	Previous string      // id of last year's report; empty if none
	Last     *NewReport  // last year's, of the values of its finished document, in place of Previous; nil if none
	Values   fill.Values // any part of them, by name or by position
}
