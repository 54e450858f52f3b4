package templates

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"reportfill/fill"
)

// Compare names last year's report of a report, or none where previous is empty.
// Figures that were taken from the one named before go; those that the report
// repeats and does not hold are taken from the new one. revision as in Patch.
// ErrNotFound, ErrFinal, ErrStale; *InputError: previous is not there, is the report
// itself, or follows it.
func (r *Reports) Compare(ctx context.Context, a Actor, id string, revision int64, previous string) (*State, error) {
	return r.alter(ctx, id, revision, func(rep *Report, c *Compiled) (*State, error) {
		if rep.Previous == previous {
			return r.state(ctx, rep, c)
		}
		if err := r.precedes(ctx, previous, id); err != nil {
			return nil, NotThere("previous", previous, err)
		}
		last, err := r.previous(ctx, previous, c)
		if err != nil {
			return nil, NotThere("previous", previous, err)
		}
		by := a.source(r.now())
		after := *rep
		var changes []Change
		after.Values, changes = c.retakePrior(rep.Values, previous, last, by)
		after.Previous, after.Revision, after.Updated = previous, rep.Revision+1, by
		s := &State{Report: &after, Template: c, Previous: last, Result: after.assess(c, last)}
		e := Entry{Revision: after.Revision, Action: ActionCompare, Source: by, Changes: changes}
		return s, r.unlessGone(ctx, previous, r.store.UpdateReport(ctx, &after, e))
	})
}

// unlessGone gives an *InputError in place of the ErrNotFound of a write where the
// previous report was deleted since it was read; other errors as they are.
func (r *Reports) unlessGone(ctx context.Context, previous string, err error) error {
	if previous == "" || !errors.Is(err, ErrNotFound) {
		return err
	}
	_, read := r.report(ctx, previous)
	return cmp.Or(NotThere("previous", previous, read), err)
}

// precedes walks from a report through the years before it: an *InputError where
// that comes to the report of the id. It ends even where two that were named at
// once go round in a circle.
func (r *Reports) precedes(ctx context.Context, previous, id string) error {
	for seen := map[string]bool{}; previous != "" && !seen[previous]; {
		if seen[previous] = true; previous == id {
			return &InputError{Member: "previous", Code: "circular", Reason: fill.Text{
				ZH: "报告不能以自己，或以它为上年报告的报告，作为上年报告。请另选一份。",
				EN: "a report cannot be compared with itself, nor with one that is compared with it: choose another",
			}}
		}
		rep, err := r.report(ctx, previous)
		if err != nil {
			return err
		}
		previous = rep.Previous
	}
	return nil
}

// retakePrior puts the figures of another last year's report in the place of those
// that were taken from the one before.
func (c *Compiled) retakePrior(held []Held, previous string, last fill.Values, by Source) ([]Held, []Change) {
	taken := map[string]Given{}
	kept := slices.DeleteFunc(slices.Clone(held), func(h Held) bool {
		if h.Source.From != "" {
			taken[h.Field] = h.Given
		}
		return h.Source.From != ""
	})
	n := NewReport{Previous: previous, Values: (&Report{Values: kept}).Payload()}
	values, changes := n.takePrior(c, last, kept, nil, by)
	for i, change := range changes {
		if old, ok := taken[change.Field]; ok {
			changes[i].Old = &old
			delete(taken, change.Field)
		}
	}
	for field, old := range taken {
		changes = append(changes, Change{Field: field, Old: &old})
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.Field, b.Field) })
	return values, changes
}
