package templates

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"reportfill/fill"
)

// Compare names last year's report of a report, or none where previous is empty.
// Figures that were taken from the one named before go; those that the report
// repeats and does not hold are taken from the new one. revision as in Patch.
// ErrNotFound, ErrFinal, ErrStale; *InputError: previous is not there, is the report
// itself, or follows it; *OwnerError: a figure that would go or change was taken for
// another department.
func (r *Reports) Compare(ctx context.Context, a Actor, id string, revision int64, previous string) (*State, error) {
	previous = strings.ToLower(previous)
	return r.alter(ctx, id, revision, func(rep *Report, c *Compiled) (*State, error) {
		if rep.Previous == previous {
			return r.state(ctx, rep, c)
		}
		last, err := r.lastYear(ctx, previous, c)
		if err != nil {
			return nil, NotThere("previous", previous, err)
		}
		after, e, err := c.compare(rep, a, previous, last.values, r.now())
		if err != nil {
			return nil, err
		}
		s := stateOf(after, c, last, after.assess(c, last.values))
		return s, r.unlessGone(ctx, previous, circular(r.store.CompareReport(ctx, after, e, nil, nil)))
	})
}

// CompareDocument names a report as last year's that begins with it, of values that
// were read in a finished document: its template is that of this year's. With the
// same once it gives the same answer. Errors as of Compare, and of Create for n.
func (r *Reports) CompareDocument(ctx context.Context, a Actor, id string, revision int64, n NewReport, once Once) (*State, error) {
	rep, err := answerOnce(ctx, r.store, r.now(), a, once, func(receipt *Receipt) (*Report, error) {
		s, err := r.alter(ctx, id, revision, func(rep *Report, c *Compiled) (*State, error) {
			after, err := r.compareDocument(ctx, a, rep, c, n, receipt)
			return &State{Report: after}, err
		})
		if err != nil {
			return nil, err
		}
		return s.Report, nil
	})
	if err != nil {
		return nil, err
	}
	return r.answered(ctx, rep, once)
}

func (r *Reports) compareDocument(ctx context.Context, a Actor, rep *Report, c *Compiled, n NewReport, receipt *Receipt) (*Report, error) {
	at := r.now()
	begun, err := n.beginLast(a, c, at)
	if err != nil {
		return nil, err
	}
	last := begun.Report.Payload()
	after, e, err := c.compare(rep, a, begun.Report.ID, last, at)
	if err != nil {
		return nil, err
	}
	after.assess(c, last)
	if err := receipt.answer(after); err != nil {
		return nil, err
	}
	return after, r.store.CompareReport(ctx, after, e, begun, receipt)
}

// compare makes the next revision of a report, which names another as last year's.
// *OwnerError.
func (c *Compiled) compare(rep *Report, a Actor, previous string, last fill.Values, at time.Time) (*Report, Entry, error) {
	by := a.source(at)
	values, changes := c.retakePrior(rep.Values, previous, last, by)
	if err := c.mayRetake(a, rep.Values, changes); err != nil {
		return nil, Entry{}, err
	}
	after := *rep
	after.Previous, after.Revision, after.Updated, after.Values = previous, rep.Revision+1, by, values
	return &after, Entry{Revision: after.Revision, Action: ActionCompare, Source: by, Changes: changes, Previous: previous}, nil
}

// circular gives an *InputError for ErrCircular; other errors as they are.
func circular(err error) error {
	if !errors.Is(err, ErrCircular) {
		return err
	}
	return &InputError{Member: "previous", Code: "circular", Reason: fill.Text{
		ZH: "报告不能以自己，或以它为上年报告的报告，作为上年报告。请另选一份。",
		EN: "a report cannot be compared with itself, nor with one that is compared with it: choose another",
	}}
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

// mayRetake refuses changes of figures that are there, of other departments, by who
// may not override these. Figures that the actor took from last year's report are
// its own to take again.
func (c *Compiled) mayRetake(a Actor, held []Held, changes []Change) error {
	if a.Overrides() {
		return nil
	}
	takers := map[string]string{}
	for _, h := range held {
		takers[h.Field] = h.Source.Token
	}
	var foreign []fill.Problem
	for _, change := range changes {
		f := c.fields[change.Field]
		if change.Old != nil && !a.Owns(f.Owner) && takers[change.Field] != a.Token {
			foreign = append(foreign, foreignProblem(f))
		}
	}
	if foreign != nil {
		return &OwnerError{Problems: foreign}
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
