package templates

import (
	"cmp"
	"strconv"

	"reportfill/fill"
)

// compareFields tells which fields came, went, have another name, or changed.
func (c *comparison) compareFields() {
	earlier := map[string]string{} // later name → earlier name
	for old, now := range c.renamed {
		earlier[now] = old
	}
	for _, f := range c.after.Fields {
		_, kept := c.was[f.Name]
		if _, renamed := earlier[f.Name]; !kept && !renamed {
			c.add(Difference{Kind: DiffersFieldAdded, Field: f.Name, Label: f.Label})
		}
	}
	for _, f := range c.before.Fields {
		if _, kept := c.is[c.now(f.Name)]; !kept {
			c.add(Difference{Kind: DiffersFieldRemoved, Field: f.Name, Label: f.Label})
		}
	}
	for _, f := range c.after.Fields {
		if old, renamed := earlier[f.Name]; renamed {
			c.add(Difference{Kind: DiffersFieldRenamed, Field: f.Name, Label: f.Label, Old: old, New: f.Name})
		}
	}
	for _, f := range c.after.Fields {
		if was, ok := c.was[cmp.Or(earlier[f.Name], f.Name)]; ok {
			c.compareField(was, f)
		}
	}
}

// compareField tells which members of a field changed.
func (c *comparison) compareField(was, is fill.Field) {
	old, now := members(was), members(is)
	for i, m := range now {
		if old[i].value != m.value && !(m.name == "prior_of" && c.now(old[i].value) == m.value) {
			c.add(Difference{Kind: DiffersFieldChanged, Field: is.Name, Label: is.Title(), Member: m.name, Old: old[i].value, New: m.value})
		}
	}
}

type member struct{ name, value string }

// members are those of a field by the keys of the fields file, its name aside.
func members(f fill.Field) []member {
	decimals := ""
	if f.Decimals != nil {
		decimals = strconv.Itoa(*f.Decimals)
	}
	return []member{
		{"label", f.Label}, {"kind", string(cmp.Or(f.Kind, fill.KindText))}, {"unit", f.Unit}, {"decimals", decimals},
		{"grouping", strconv.FormatBool(f.Grouping)}, {"numerals", f.Numerals}, {"required", strconv.FormatBool(!f.Optional)},
		{"validate", f.Validate}, {"owner", f.Owner}, {"prior_of", f.PriorOf}, {"example", f.Example},
	}
}
