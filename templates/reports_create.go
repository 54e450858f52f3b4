package templates

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"github.com/google/uuid"
)

// Create begins a report with any part of its values; figures that it repeats
// from the previous report and that are not given are taken from there. With
// the same once it gives the same answer.
// *InputError: the template or the previous report is not there, the title is
// too long. *fill.InvalidError: a name that the template lacks or that is given
// twice, text that XML cannot hold; whatever else is wrong is kept and told in
// the result. *OwnerError. ErrKeyUsed: once.Key with another body, or of a report
// that was deleted since.
func (r *Reports) Create(ctx context.Context, a Actor, n NewReport, once Once) (*State, error) {
	rep, err := answerOnce(ctx, r.store, r.now(), a, once, func(receipt *Receipt) (*Report, error) {
		return r.create(ctx, a, n, receipt)
	})
	if err != nil {
		return nil, err
	}
	if once.Key != "" {
		if _, err := r.store.Report(ctx, rep.ID); err != nil {
			return nil, deleted(err)
		}
	}
	c, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return nil, err
	}
	return r.state(ctx, rep, c)
}

// deleted gives ErrKeyUsed for a report that its key answers with and that is
// no longer there; other errors as they are.
func deleted(err error) error {
	if errors.Is(err, ErrNotFound) {
		return ErrKeyUsed
	}
	return err
}

func (r *Reports) create(ctx context.Context, a Actor, n NewReport, receipt *Receipt) (*Report, error) {
	c, err := r.library.Compiled(ctx, n.Template)
	if err != nil {
		return nil, NotThere("template", n.Template.String(), err)
	}
	title, err := checkText("title", cmp.Or(strings.TrimSpace(n.Title), c.Template.Title))
	if err != nil {
		return nil, err
	}
	previous, err := r.previous(ctx, n.Previous, c)
	if err != nil {
		return nil, NotThere("previous", n.Previous, err)
	}
	by := a.source(r.now())
	values, changes, err := merge(c, nil, n.Values, a, by)
	if err != nil {
		return nil, err
	}
	values, changes = n.takePrior(c, previous, values, changes, by)
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	rep := &Report{
		ID: id.String(), Title: title, Template: c.Template.Ref(), Previous: n.Previous,
		Revision: 1, Created: by, Updated: by, Values: values,
	}
	rep.assess(c, previous)
	if err := receipt.answer(rep); err != nil {
		return nil, err
	}
	e := Entry{Revision: 1, Action: ActionCreate, Source: by, Changes: changes}
	// Either may have been deleted since it was read.
	err = r.unlessGone(ctx, n.Previous, r.store.InsertReport(ctx, rep, e, receipt))
	return rep, NotThere("template", n.Template.String(), err)
}
