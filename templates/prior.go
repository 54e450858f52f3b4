package templates

import (
	"cmp"
	"context"
	"slices"

	"reportfill/fill"
)

// takePrior gives a new report the figures that it repeats from last year's:
// those of the fields that the payload does not name. They come from the report
// itself, so that nobody overrides an owner by them.
func (n *NewReport) takePrior(c *Compiled, last fill.Values, held []Held, changes []Change, by Source) ([]Held, []Change) {
	named := c.named(n.Values)
	by.From, by.Via = n.Previous, ""
	for _, e := range c.Fill.Prior(last) {
		if _, given := named.Get(e.Name); given || c.computed[e.Name] {
			continue
		}
		g := givenOf(e.Value)
		held = append(held, Held{Field: e.Name, Given: g, Source: by})
		changes = append(changes, Change{Field: e.Name, New: &g, From: by.From})
	}
	slices.SortFunc(held, func(a, b Held) int { return cmp.Compare(a.Field, b.Field) })
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.Field, b.Field) })
	return held, changes
}

// previous gives the values of last year's report as the template of this
// year's reads them; nil where the id is empty.
func (r *Reports) previous(ctx context.Context, id string, c *Compiled) (fill.Values, error) {
	if id == "" {
		return nil, nil
	}
	rep, err := r.report(ctx, id)
	if err != nil {
		return nil, err
	}
	vs := rep.Payload()
	if rep.Template == c.Template.Ref() {
		return vs, nil
	}
	last, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return nil, err
	}
	return last.inItsUnits(vs, c), nil
}

// inItsUnits tells the unit of the values that were given in a unit which is not
// that of the field any more.
func (c *Compiled) inItsUnits(vs fill.Values, next *Compiled) fill.Values {
	for i, e := range vs {
		unit := c.fields[e.Name].Unit
		if e.Value.Unit == "" && unit != "" && next.fields[e.Name].Unit != "" && next.fields[e.Name].Unit != unit {
			vs[i].Value.Unit = unit
		}
	}
	return vs
}
