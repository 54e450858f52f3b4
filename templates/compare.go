package templates

import (
	"slices"
	"strconv"
	"strings"

	"reportfill/fill"
)

// Compare tells what changed from one version of a template to another. A field
// under another name that fills the same placeholders is renamed, not removed and
// added. Where the drafts differ, placeholders answer to each other by their
// sentences, as in fill.Template.Carry.
func Compare(before, after *Compiled) []Difference {
	c := comparison{before: before.Template.Schema, after: after.Template.Schema, placeholders: after.Fill.Placeholders()}
	c.old = c.olds(before, after)
	c.index()
	c.title(before.Template.Title, after.Template.Title)
	if before.Template.SHA256 != after.Template.SHA256 {
		c.add(Difference{Kind: DiffersDocx, Member: "placeholders", Old: strconv.Itoa(len(c.before.Placeholders)), New: strconv.Itoa(len(c.after.Placeholders))})
	}
	if !slices.Equal(c.before.Marks, c.after.Marks) {
		c.add(Difference{Kind: DiffersMarks, Old: strings.Join(c.before.Marks, " "), New: strings.Join(c.after.Marks, " ")})
	}
	c.compareFields()
	c.comparePlaceholders()
	c.compareComputed()
	c.compareChecks()
	return c.out
}

// comparison is the state of Compare.
type comparison struct {
	before, after fill.Schema
	placeholders  []fill.Placeholder // of the later version
	old           []int              // by index of a later placeholder: the number of the earlier one; 0 for none
	was, is       map[string]fill.Field
	renamed       map[string]string // earlier name → later name
	out           []Difference
}

func (c *comparison) add(change Difference) { c.out = append(c.out, change) }

// olds gives for each placeholder of the later version that of the earlier one.
func (c *comparison) olds(before, after *Compiled) []int {
	out := make([]int, len(c.placeholders))
	if before.Template.SHA256 == after.Template.SHA256 && slices.Equal(c.before.Marks, c.after.Marks) {
		for i := range out {
			out[i] = i + 1
		}
		return out
	}
	_, drift := before.Fill.Carry(after.Fill.Package())
	for _, kept := range slices.Concat(drift.Stayed, drift.Moved) {
		out[kept.New-1] = kept.Old
	}
	return out
}

// index gathers the fields by name, and finds those that were renamed.
func (c *comparison) index() {
	c.was, c.is, c.renamed = fieldsByName(c.before), fieldsByName(c.after), map[string]string{}
	places := map[string][]int{}
	for i, name := range c.after.Placeholders {
		if c.old[i] != 0 {
			places[name] = append(places[name], c.old[i])
		}
	}
	earlier := map[string][]int{}
	for i, name := range c.before.Placeholders {
		earlier[name] = append(earlier[name], i+1)
	}
	for _, f := range c.after.Fields {
		if _, kept := c.was[f.Name]; kept || len(places[f.Name]) == 0 {
			continue
		}
		name := c.before.Placeholders[places[f.Name][0]-1]
		if _, stays := c.is[name]; !stays && name != fill.Ignored && slices.Equal(earlier[name], places[f.Name]) {
			c.renamed[name] = f.Name
		}
	}
}

func fieldsByName(s fill.Schema) map[string]fill.Field {
	out := make(map[string]fill.Field, len(s.Fields))
	for _, f := range s.Fields {
		out[f.Name] = f
	}
	return out
}

// now is the name that an earlier field has in the later version.
func (c *comparison) now(name string) string {
	if later, ok := c.renamed[name]; ok {
		return later
	}
	return name
}

func (c *comparison) title(old, now string) {
	if old != now {
		c.add(Difference{Kind: DiffersTitle, Old: old, New: now})
	}
}

// comparePlaceholders tells which placeholders take another field.
func (c *comparison) comparePlaceholders() {
	for i, name := range c.after.Placeholders {
		if c.old[i] == 0 {
			continue
		}
		was := c.before.Placeholders[c.old[i]-1]
		if c.now(was) == name {
			continue
		}
		c.add(Difference{Kind: DiffersBound, Number: i + 1, Sentence: c.placeholders[i].Sentence(),
			Field: named(name), Old: titleIn(c.was, was), New: titleIn(c.is, name)})
	}
}

// named is the name of a field; empty for a placeholder that has none.
func named(name string) string {
	if name == fill.Ignored {
		return ""
	}
	return name
}

func titleIn(fields map[string]fill.Field, name string) string {
	if f, ok := fields[name]; ok {
		return f.Title()
	}
	return ""
}
