package fill

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// FormatSchema writes a fields file in YAML for an author to go on with: each
// field under the sentence of its first placeholder, each placeholder beside
// its number and its words, and what Propose finds as lines to take the # from.
// ParseSchema reads the same schema from it. Without placeholders it writes no
// comments.
func FormatSchema(s Schema, ps []Placeholder) []byte {
	var proposals []Proposal
	if len(ps) > 0 {
		proposals = Propose(ps, s.fieldsInPlace())
	}
	return formatSchema(s, ps, proposals)
}

func formatSchema(s Schema, ps []Placeholder, proposals []Proposal) []byte {
	w := &strings.Builder{}
	if s.Title != "" {
		fmt.Fprintf(w, "title: %s\n", yamlText(s.Title))
	}
	if len(s.Marks) > 0 {
		marks := make([]string, len(s.Marks))
		for i, m := range s.Marks {
			marks[i] = yamlText(m)
		}
		fmt.Fprintf(w, "marks: [%s]\n", strings.Join(marks, ", "))
	}
	writeFields(w, s, ps)
	writePlaceholders(w, s.Placeholders, ps)
	same, orders, formulas := sortProposals(proposals)
	for _, p := range same {
		names := strings.Join(append([]string{p.Field}, p.Same...), " = ")
		fmt.Fprintf(w, "  # %s: %s\n", yamlComment(names, 200), yamlComment(p.Reason.ZH, 200))
	}
	writeComputed(w, s.Computed, formulas)
	writeChecks(w, s.Checks, orders)
	return []byte(w.String())
}

func writeFields(w io.Writer, s Schema, ps []Placeholder) {
	if len(s.Fields) == 0 {
		fmt.Fprint(w, "fields: {}\n")
		return
	}
	fmt.Fprint(w, "fields:\n")
	first := make(map[string]Placeholder)
	for i, name := range s.Placeholders {
		if _, ok := first[name]; !ok && i < len(ps) {
			first[name] = ps[i]
		}
	}
	for _, f := range s.Fields {
		if p, ok := first[f.Name]; ok {
			fmt.Fprintf(w, "  # %d %s\n", p.Number, yamlComment(p.Sentence(), 80))
		}
		fmt.Fprintf(w, "  %s: {%s}\n", yamlText(f.Name), strings.Join(fieldMembers(f), ", "))
	}
}

// fieldMembers gives the members of a field that say more than the default.
func fieldMembers(f Field) []string {
	var out []string
	add := func(key, value string) {
		if value != "" {
			out = append(out, key+": "+yamlText(value))
		}
	}
	add("label", f.Label)
	add("kind", string(f.Kind))
	add("unit", f.Unit)
	if f.Decimals != nil {
		add("decimals", strconv.Itoa(*f.Decimals))
	}
	if f.Grouping {
		add("grouping", "true")
	}
	add("numerals", f.Numerals)
	if f.Optional {
		add("required", "false")
	}
	add("validate", f.Validate)
	add("owner", f.Owner)
	add("prior_of", f.PriorOf)
	add("example", f.Example)
	return out
}

func writePlaceholders(w io.Writer, names []string, ps []Placeholder) {
	if len(names) == 0 {
		fmt.Fprint(w, "placeholders: []\n")
		return
	}
	fmt.Fprint(w, "placeholders:\n")
	width := 0
	for _, name := range names {
		width = max(width, len(yamlText(name)))
	}
	for i, name := range names {
		if i >= len(ps) {
			fmt.Fprintf(w, "  - %s\n", yamlText(name))
			continue
		}
		p := ps[i]
		words := lastCharacters(p.Before, 4) + p.Text + firstCharacters(p.After, 4)
		fmt.Fprintf(w, "  - %-*s # %d %s\n", width, yamlText(name), p.Number, yamlComment(words, 20))
	}
}

// sortProposals parts proposals by where an author would take them up: fields
// that are one, conditions, and computed fields.
func sortProposals(proposals []Proposal) (same, orders, formulas []Proposal) {
	for _, p := range proposals {
		switch p.Kind {
		case ProposalSame:
			same = append(same, p)
		case ProposalOrder:
			orders = append(orders, p)
		default:
			formulas = append(formulas, p)
		}
	}
	return same, orders, formulas
}

func writeComputed(w io.Writer, computed []Computed, proposals []Proposal) {
	if len(computed)+len(proposals) == 0 {
		return
	}
	fmt.Fprint(w, "computed:\n")
	for _, c := range computed {
		fmt.Fprintf(w, "  %s: {is: %s, decimals: %d}\n", yamlText(c.Field), yamlText(c.Is), c.Decimals)
	}
	for _, p := range proposals {
		fmt.Fprintf(w, "  # %s\n", yamlComment(p.Reason.ZH, 200))
		fmt.Fprintf(w, "  # %s: {is: %s, decimals: %d}\n", yamlText(p.Field), yamlText(p.Expression), p.Decimals)
	}
}

func writeChecks(w io.Writer, checks []Check, proposals []Proposal) {
	if len(checks)+len(proposals) == 0 {
		return
	}
	fmt.Fprint(w, "checks:\n")
	for _, c := range checks {
		fmt.Fprintf(w, "  - {check: %s", yamlText(c.Condition))
		if c.Severity != "" {
			fmt.Fprintf(w, ", severity: %s", yamlText(string(c.Severity)))
		}
		if c.Message != "" {
			fmt.Fprintf(w, ", message: %s", yamlText(c.Message))
		}
		fmt.Fprint(w, "}\n")
	}
	for _, p := range proposals {
		fmt.Fprintf(w, "  # %s\n", yamlComment(p.Reason.ZH, 200))
		fmt.Fprintf(w, "  # - {check: %s, severity: error}\n", yamlText(p.Expression))
	}
}
