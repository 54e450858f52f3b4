package fill

import "strings"

// Proposals gives what Propose finds and the schema has not taken up: a field
// that is computed already is not proposed again, nor a condition that is checked.
func (t *Template) Proposals() []Proposal {
	computed, checked := map[string]bool{}, map[string]bool{}
	for _, c := range t.schema.Computed {
		computed[c.Field] = true
	}
	for _, c := range t.schema.Checks {
		checked[withoutBlanks(c.Condition)] = true
	}
	var out []Proposal
	for _, p := range Propose(t.placeholders, t.Fields()) {
		switch p.Kind {
		case ProposalSame:
		case ProposalOrder:
			if checked[withoutBlanks(p.Expression)] {
				continue
			}
		default:
			if computed[p.Field] {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

func withoutBlanks(s string) string { return strings.Join(strings.Fields(s), "") }
