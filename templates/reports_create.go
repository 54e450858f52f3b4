package templates

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"time"

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
	return r.answered(ctx, rep, once)
}

// answered is the state of a report as a request is answered with it, which may
// have been long ago. ErrKeyUsed: it was deleted since, or its previous report was.
func (r *Reports) answered(ctx context.Context, rep *Report, once Once) (*State, error) {
	if once.Key != "" {
		if _, err := r.store.Report(ctx, rep.ID); err != nil {
			return nil, deleted(err)
		}
	}
	c, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return nil, err
	}
	s, err := r.state(ctx, rep, c)
	if once.Key != "" {
		err = deleted(err)
	}
	return s, err
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
	at := r.now()
	written, err := n.Last.beginLast(a, c, at)
	if err != nil {
		return nil, err
	}
	last, err := r.compared(ctx, &n, c, written)
	if err != nil {
		return nil, err
	}
	begun, err := n.begin(a, c, last, at)
	if err != nil {
		return nil, err
	}
	if err := receipt.answer(begun.Report); err != nil {
		return nil, err
	}
	err = r.store.InsertReport(ctx, begun.Report, begun.Entry, written, receipt)
	if written == nil {
		err = r.unlessGone(ctx, n.Previous, err)
	}
	return begun.Report, NotThere("template", n.Template.String(), err) // it may have been deleted since it was read
}

// compared is what a new report takes from last year's: the one that is written with
// it, where there is one, else the one that it names.
func (r *Reports) compared(ctx context.Context, n *NewReport, c *Compiled, written *Begun) (lastYear, error) {
	if written != nil {
		n.Previous = written.Report.ID
		return lastYearOf(written.Report), nil
	}
	n.Previous = strings.ToLower(n.Previous)
	last, err := r.lastYear(ctx, n.Previous, c)
	return last, NotThere("previous", n.Previous, err)
}

// beginLast makes a report of last year's finished document; nil where n is.
func (n *NewReport) beginLast(a Actor, c *Compiled, at time.Time) (*Begun, error) {
	if n == nil {
		return nil, nil
	}
	a.Via = ViaDocument
	return n.begin(a, c, lastYear{}, at)
}

// begin makes the report. *InputError: the title is too long. Other errors as of
// merge.
func (n *NewReport) begin(a Actor, c *Compiled, last lastYear, at time.Time) (*Begun, error) {
	title, err := checkText("title", cmp.Or(strings.TrimSpace(n.Title), c.Template.Title))
	if err != nil {
		return nil, err
	}
	by := a.source(at)
	values, changes, err := merge(c, nil, n.Values, a, by)
	if err != nil {
		return nil, err
	}
	values, changes = n.takePrior(c, last.values, values, changes, by)
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	rep := &Report{
		ID: id.String(), Title: title, Template: c.Template.Ref(), Previous: n.Previous,
		Revision: 1, Created: by, Updated: by, Values: values,
	}
	rep.assess(c, last.values)
	return &Begun{rep, Entry{Revision: 1, Action: ActionCreate, Source: by, Changes: changes, Previous: n.Previous}}, nil
}
