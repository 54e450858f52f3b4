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

// lastYear is what a report takes from last year's; the zero value where there is
// none.
type lastYear struct {
	title  string
	values fill.Values // as the template of this year's reads them
}

// lastYear reads last year's report; none where the id is empty.
func (r *Reports) lastYear(ctx context.Context, id string, c *Compiled) (last lastYear, err error) {
	if id == "" {
		return last, nil
	}
	rep, err := r.report(ctx, id)
	if err != nil {
		return last, err
	}
	last = lastYearOf(rep)
	if rep.Template == c.Template.Ref() {
		return last, nil
	}
	t, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return last, err
	}
	last.values = t.inItsUnits(last.values, c)
	return last, nil
}

func lastYearOf(rep *Report) lastYear { return lastYear{rep.Title, rep.Payload()} }

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
