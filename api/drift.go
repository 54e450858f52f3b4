package api

import (
	"reportfill/fill"
)

// DriftAnswer tells in sentences what became of a draft's placeholders.
type DriftAnswer struct {
	Stayed    []DriftKept      `json:"stayed"`    // the same sentence, in the same order
	Moved     []DriftKept      `json:"moved"`     // the same sentence, elsewhere
	New       []DriftPlace     `json:"new"`       // numbered as in the changed draft, with the suggested field
	Gone      []DriftPlace     `json:"gone"`      // numbered as in the old draft
	Ambiguous []DriftAmbiguous `json:"ambiguous"` // left as they are until the author says which is meant
	Dropped   DriftDropped     `json:"dropped"`   // what went with the placeholders that are gone
}

// DriftPlace is a placeholder of one of the two drafts.
type DriftPlace struct {
	Number   int    `json:"number"`
	Sentence string `json:"sentence"` // the mark set off as 【X】
	Field    string `json:"field"`    // "-" where it is left as it is
	Label    string `json:"label,omitempty"`
}

// DriftKept is a placeholder of the changed draft that keeps its field.
type DriftKept struct {
	DriftPlace
	Old    int  `json:"old_number"`
	Edited bool `json:"edited"` // the words of its sentence have changed
}

// DriftAmbiguous is a placeholder of the changed draft for which several of the
// old one could be meant, or one that has another unit now.
type DriftAmbiguous struct {
	Number     int          `json:"number"`
	Sentence   string       `json:"sentence"`
	Candidates []DriftPlace `json:"candidates"` // of the old draft
}

// DriftDropped is what no placeholder needs any more.
type DriftDropped struct {
	Fields   []DriftField `json:"fields"`
	Computed []DriftField `json:"computed"` // that were computed and are not any more
	Checks   []string     `json:"checks"`   // their conditions
}

// DriftField is a field of the old draft.
type DriftField struct {
	Field string `json:"field"`
	Label string `json:"label,omitempty"`
}

// NewDriftAnswer puts a drift into the sentences of both drafts; s is the schema of
// the changed one.
func NewDriftAnswer(before *fill.Template, next *fill.Package, s fill.Schema, d fill.Drift) DriftAnswer {
	old := driftSide{before.Package().Placeholders(), before.Schema().Placeholders, labelsOf(before.Schema().Fields)}
	now := driftSide{next.Placeholders(), s.Placeholders, labelsOf(s.Fields)}
	a := DriftAnswer{
		Stayed: now.kept(d.Stayed), Moved: now.kept(d.Moved), New: now.places(d.New), Gone: old.places(d.Gone),
		Ambiguous: make([]DriftAmbiguous, len(d.Ambiguous)),
		Dropped: DriftDropped{
			Fields: old.fields(d.Dropped.Fields), Computed: old.fields(d.Dropped.Computed),
			Checks: append([]string{}, d.Dropped.Checks...),
		},
	}
	for i, m := range d.Ambiguous {
		a.Ambiguous[i] = DriftAmbiguous{Number: m.New, Sentence: now.place(m.New).Sentence, Candidates: old.places(m.Old)}
	}
	return a
}

// driftSide is one of the two drafts.
type driftSide struct {
	placeholders []fill.Placeholder
	names        []string // the field of each
	labels       map[string]string
}

func labelsOf(fields []fill.Field) map[string]string {
	labels := make(map[string]string, len(fields))
	for _, f := range fields {
		labels[f.Name] = f.Label
	}
	return labels
}

func (s driftSide) place(number int) DriftPlace {
	name := s.names[number-1]
	return DriftPlace{Number: number, Sentence: s.placeholders[number-1].Sentence(), Field: name, Label: s.labels[name]}
}

func (s driftSide) places(numbers []int) []DriftPlace {
	out := make([]DriftPlace, len(numbers))
	for i, n := range numbers {
		out[i] = s.place(n)
	}
	return out
}

func (s driftSide) kept(carried []fill.Carried) []DriftKept {
	out := make([]DriftKept, len(carried))
	for i, c := range carried {
		out[i] = DriftKept{DriftPlace: s.place(c.New), Old: c.Old, Edited: c.Edited}
	}
	return out
}

func (s driftSide) fields(names []string) []DriftField {
	out := make([]DriftField, len(names))
	for i, name := range names {
		out[i] = DriftField{Field: name, Label: s.labels[name]}
	}
	return out
}
