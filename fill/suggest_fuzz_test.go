package fill

import (
	"slices"
	"strings"
	"testing"

	ft "reportfill/fill/filltest"
)

// FuzzSuggest holds what the suggestions for every draft have in common: each
// placeholder has one field, whose label is its own, and what is proposed can
// be taken up.
func FuzzSuggest(f *testing.F) {
	for _, d := range readDrafts(f) {
		lines := make([]string, len(d.placeholders))
		for i, p := range d.placeholders {
			lines[i] = p.Context
		}
		f.Add(strings.Join(slices.Compact(lines), "\n"))
	}
	f.Add("由X%提高到X%，X—12月，甲、乙分别为X个和X个；二〇二X年第X季度X（套）。")
	f.Add("资金X元（其中：甲X元（其中X元）、乙X元，占X%；丙X元，占X%），比预算数（X元）增长X%")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Open(ft.Docx(strings.Split(text, "\n")...), fuzzLimits)
		if err != nil {
			return
		}
		schema := DoubtfulSchema(p)
		checkSuggested(t, schema)
		if _, err := Compile(p, schema); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		for _, proposal := range Propose(p.Placeholders(), schema.fieldsInPlace()) {
			checkTaken(t, p, schema, proposal)
		}
	})
}

func checkSuggested(t *testing.T, s Schema) {
	t.Helper()
	if i := slices.Index(s.Placeholders, Ignored); i >= 0 {
		t.Fatalf("placeholder %d has no field", i+1)
	}
	labels := map[string]string{}
	for _, f := range s.Fields {
		if other, ok := labels[f.Label]; ok || f.Label == "" {
			t.Fatalf("%s has the label %q, as %s", f.Name, f.Label, other)
		}
		labels[f.Label] = f.Name
	}
}

// checkTaken holds that a schema with one proposal is still without fault.
func checkTaken(t *testing.T, p *Package, s Schema, proposal Proposal) {
	t.Helper()
	switch proposal.Kind {
	case ProposalSame:
		return
	case ProposalOrder:
		s.Checks = []Check{{Condition: proposal.Expression}}
	default:
		s.Computed = []Computed{{Field: proposal.Field, Is: proposal.Expression, Decimals: proposal.Decimals}}
	}
	if _, err := Compile(p, s); err != nil {
		t.Fatalf("%+v: %v", proposal, err)
	}
}
