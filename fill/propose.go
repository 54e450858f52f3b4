package fill

import (
	"strings"
)

// ProposalKind tells what a proposal is of.
type ProposalKind string

// The kinds of proposals.
const (
	ProposalTotal      ProposalKind = "total"      // a sum of parts
	ProposalRate       ProposalKind = "rate"       // a share, or a rate of change
	ProposalDifference ProposalKind = "difference" // of two figures
	ProposalOrder      ProposalKind = "order"      // a condition: one figure does not exceed another
	ProposalSame       ProposalKind = "same"       // several fields are one fact
)

// Proposal is a total, a rate, a difference, an order or a repeated fact that
// the sentences show. Nothing is computed or checked until the author takes it.
type Proposal struct {
	Kind       ProposalKind
	Field      string   // the field that would be computed, the smaller one of an order, or that the others become
	Expression string   // of totals, rates and differences; the condition of an order
	Decimals   int      // of computed ones
	Same       []string // of repeated facts: the other fields, which Field would take the place of
	Certain    bool     // the words leave no other reading
	Reason     Text     // with the words that it rests on
}

// Propose finds totals, rates, differences, orders and repeated facts among the
// fields, in reading order, at most one computation a field. Fields are taken
// by the placeholders that they fill, whatever their names; a placeholder
// without a field takes part in none.
func Propose(ps []Placeholder, fs []Field) []Proposal {
	p := proposer{fields: make(map[int]*Field, len(ps)), computed: map[string]int{}, ordered: map[string]bool{}}
	for i := range fs {
		for _, number := range fs[i].Placeholders {
			p.fields[number] = &fs[i]
		}
	}
	all := mentions(ps)
	describe(all)
	for paragraph := range byParagraph(all) {
		p.fs = paragraph
		p.readParagraph()
	}
	p.proposeTables(all)
	p.proposeSame(all)
	return p.out
}

// A proposer gathers proposals paragraph by paragraph.
type proposer struct {
	fields   map[int]*Field  // by placeholder number
	fs       []mention       // the paragraph that is being read
	computed map[string]int  // field → its computation in out
	ordered  map[string]bool // the conditions in out
	out      []Proposal
}

func (p *proposer) readParagraph() {
	p.proposeTotals()
	for i := range p.fs {
		switch f := &p.fs[i]; {
		case f.role == roleChange && f.unit == "%":
			p.proposeGrowth(i)
		case f.role == roleChange:
			p.proposeDifference(i)
		case f.role == roleShare:
			p.proposeShare(i)
		case f.role == roleAmount:
			p.proposeSum(i)
			p.proposeRate(i)
			p.proposeDone(i)
		case f.role == roleMoment:
			p.proposeRange(i)
		}
	}
}

// compute adds a computation of the field of figure f. The words of the
// expression are figures, by name, and signs.
func (p *proposer) compute(kind ProposalKind, f *mention, certain bool, reason Text, words ...any) {
	target := p.fields[f.Number]
	expression, used, ok := p.express(words)
	if !ok || target == nil || used[target.Name] {
		return
	}
	decimals := 0
	switch {
	case target.Decimals != nil:
		decimals = *target.Decimals
	case kind == ProposalRate:
		decimals = 1
	case f.class == unitOfMoney || f.class == unitOfMeasure:
		decimals = 2
	}
	proposal := Proposal{Kind: kind, Field: target.Name, Expression: expression, Decimals: decimals, Certain: certain, Reason: reason}
	if i, taken := p.computed[target.Name]; taken {
		if certain && !p.out[i].Certain {
			p.out[i] = proposal
		}
		return
	}
	p.computed[target.Name] = len(p.out)
	p.out = append(p.out, proposal)
}

// order adds a check that one figure does not exceed another.
func (p *proposer) order(less, more *mention, sign string, certain bool, reason Text) {
	condition, used, ok := p.express([]any{less, sign, more})
	if !ok || len(used) < 2 || p.ordered[condition] {
		return
	}
	p.ordered[condition] = true
	p.out = append(p.out, Proposal{Kind: ProposalOrder, Field: p.fields[less.Number].Name, Expression: condition, Certain: certain, Reason: reason})
}

// express writes an expression over the fields of figures. It is not ok where
// one of them has no field, or two have the same.
func (p *proposer) express(words []any) (expression string, used map[string]bool, ok bool) {
	var b strings.Builder
	used = map[string]bool{}
	number := map[string]int{}
	for _, w := range words {
		switch w := w.(type) {
		case string:
			b.WriteString(operatorText[w])
		case *mention:
			f := p.fields[w.Number]
			if f == nil || f.Kind == KindText {
				return "", nil, false
			}
			if n, seen := number[f.Name]; seen && n != w.Number {
				return "", nil, false
			}
			used[f.Name], number[f.Name] = true, w.Number
			b.WriteString(f.Name)
		}
	}
	return b.String(), used, true
}

// operatorText are the signs of expressions as they are written.
var operatorText = map[string]string{
	"(": "(", ")": ")", "+": " + ", "-": " - ", "/": " / ", "* 100": " * 100", "<": " < ", "<=": " <= ",
}

// quote sets the figures off on which a proposal rests, by the labels that the
// clerk knows them by.
func (p *proposer) quote(fs ...*mention) string {
	var b strings.Builder
	for _, f := range fs {
		label := f.label
		if field := p.fields[f.Number]; field != nil {
			label = field.Title()
		}
		b.WriteString("“" + label + "”")
	}
	return b.String()
}

// back finds the nearest figure before i, in its sentence, that holds; -1 for none.
func (p *proposer) back(i int, holds func(f *mention) bool) int {
	for j := i - 1; j >= 0 && j > i-searchReach && p.fs[j].sentence == p.fs[i].sentence; j-- {
		if holds(&p.fs[j]) {
			return j
		}
	}
	return -1
}
