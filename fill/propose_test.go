package fill

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var draftOperand = regexp.MustCompile(`\bn?\d+\b`)

// expand turns the numbers of a draft's proposal into the names of the fields.
func expand(s string) string {
	return draftOperand.ReplaceAllStringFunc(s, func(n string) string {
		if rest, ok := strings.CutPrefix(n, "n"); ok {
			return rest
		}
		return "x" + n
	})
}

// written is a proposal in the form of a draft's lines: `total x4 = x5 + x6`.
func written(p Proposal) string {
	var s string
	switch p.Kind {
	case "same":
		s = "same " + strings.Join(p.Same, " ")
	case "order":
		s = "order " + p.Expression
	default:
		s = p.Kind + " " + p.Field + " = " + p.Expression
	}
	return spaced(s)
}

// spaced sets single blanks between the words and signs of an expression.
func spaced(s string) string {
	s = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// TestProposeDrafts holds that every proposal of the drafts is made, none that is
// certain is wrong, and none is made where the words do not give it.
func TestProposeDrafts(t *testing.T) {
	for _, d := range readDrafts(t) {
		got := map[string]Proposal{}
		for _, p := range Propose(d.placeholders, Suggest(d.placeholders)) {
			got[written(p)] = p
			t.Logf("%s: %s certain=%v %s", d.name, written(p), p.Certain, p.Reason.ZH)
		}
		wanted := map[string]bool{}
		for _, line := range d.must {
			want := spaced(expand(line))
			wanted[want] = true
			if p, ok := got[want]; !ok || !p.Certain {
				t.Errorf("%s: %s: found %v, certain %v; want it certain", d.name, line, ok, p.Certain)
			}
		}
		for _, line := range d.maybe {
			if p, ok := got[spaced(expand(line))]; !ok || p.Certain {
				t.Errorf("%s: %s: found %v, certain %v; want it found and not certain", d.name, line, ok, p.Certain)
			}
		}
		for s, p := range got {
			if p.Certain && !wanted[s] {
				t.Errorf("%s: certain, but not in the draft's lines: %s", d.name, s)
			}
		}
		for _, line := range d.mustNot {
			number, kind, _ := strings.Cut(line, " ")
			for s, p := range got {
				if p.Kind == kind && (p.Field == "x"+number || slices.Contains(p.Same, "x"+number)) {
					t.Errorf("%s: must not be proposed: %s", d.name, s)
				}
			}
		}
	}
}

// TestProposeWorkreport holds that the computed fields of the built-in report are
// found from its sentences, and that nothing certain departs from them.
func TestProposeWorkreport(t *testing.T) {
	const want = 13
	ps := workreportPlaceholders(t)
	fields, order, computed := workreportFields(t)
	bound := make([]Field, 0, len(fields))
	for name, f := range fields {
		for i, at := range order {
			if at == name {
				f.Placeholders = append(f.Placeholders, i+1)
			}
		}
		bound = append(bound, f)
	}
	hits := map[string]bool{}
	for _, p := range Propose(ps, bound) {
		t.Logf("%s certain=%v %s", written(p), p.Certain, p.Reason.ZH)
		switch {
		case p.Kind == "order" || p.Kind == "same":
		case spaced(p.Expression) == spaced(computed[p.Field]):
			hits[p.Field] = true
		case p.Certain:
			t.Errorf("certain, but the fields file says otherwise: %s", written(p))
		}
	}
	for name := range computed {
		if !hits[name] {
			t.Logf("not found: %s = %s", name, computed[name])
		}
	}
	if len(hits) < want {
		t.Errorf("computed fields: got %d of %d, want at least %d", len(hits), len(computed), want)
	}
}
