package templates

import (
	"cmp"
	"regexp"
	"strconv"

	"reportfill/fill"
)

// compareComputed tells which computed fields came, went or changed.
func (c *comparison) compareComputed() {
	was, is := map[string]fill.Computed{}, map[string]bool{}
	for _, e := range c.before.Computed {
		was[c.now(e.Field)] = e
	}
	for _, e := range c.after.Computed {
		is[e.Field] = true
		label := titleIn(c.is, e.Field)
		old, kept := was[e.Field]
		if !kept {
			c.add(Difference{Kind: DiffersComputedAdded, Field: e.Field, Label: label, New: e.Is})
			continue
		}
		if c.renamedIn(old.Is) != e.Is {
			c.add(Difference{Kind: DiffersComputedChanged, Field: e.Field, Label: label, Member: "is", Old: old.Is, New: e.Is})
		}
		if old.Decimals != e.Decimals {
			c.add(Difference{Kind: DiffersComputedChanged, Field: e.Field, Label: label, Member: "decimals",
				Old: strconv.Itoa(old.Decimals), New: strconv.Itoa(e.Decimals)})
		}
	}
	for _, e := range c.before.Computed {
		if !is[c.now(e.Field)] {
			c.add(Difference{Kind: DiffersComputedRemoved, Field: e.Field, Label: titleIn(c.was, e.Field), Old: e.Is})
		}
	}
}

// compareChecks tells which checks came, went or changed; a check is known by its
// condition.
func (c *comparison) compareChecks() {
	was, is := map[string]fill.Check{}, map[string]bool{}
	for _, e := range c.before.Checks {
		was[c.renamedIn(e.Condition)] = e
	}
	for _, e := range c.after.Checks {
		is[e.Condition] = true
		old, kept := was[e.Condition]
		if !kept {
			c.add(Difference{Kind: DiffersCheckAdded, Label: e.Message, New: e.Condition})
			continue
		}
		if severity(old) != severity(e) {
			c.add(Difference{Kind: DiffersCheckChanged, Label: e.Condition, Member: "severity", Old: severity(old), New: severity(e)})
		}
		if old.Message != e.Message {
			c.add(Difference{Kind: DiffersCheckChanged, Label: e.Condition, Member: "message", Old: old.Message, New: e.Message})
		}
	}
	for _, e := range c.before.Checks {
		if !is[c.renamedIn(e.Condition)] {
			c.add(Difference{Kind: DiffersCheckRemoved, Label: e.Message, Old: e.Condition})
		}
	}
}

func severity(e fill.Check) string { return string(cmp.Or(e.Severity, fill.SeverityError)) }

// nameIn is a name in an expression.
var nameIn = regexp.MustCompile(`\p{L}[\p{L}\p{N}_]*`)

// renamedIn is an earlier expression with the names of the later version.
func (c *comparison) renamedIn(expression string) string {
	return nameIn.ReplaceAllStringFunc(expression, c.now)
}
