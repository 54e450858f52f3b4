package templates

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/google/uuid"

	"reportfill/fill"
)

// Reports collects values until reports are final. It is safe for concurrent
// use.
type Reports struct {
	store   Store
	library *Library
	now     clock
	turns   turns
}

// NewReports makes reports over the store; a nil now means time.Now.
func NewReports(s Store, l *Library, now func() time.Time) *Reports {
	return &Reports{store: s, library: l, now: clockOf(now), turns: newTurns()}
}

// Get gives a report. ErrNotFound.
func (r *Reports) Get(ctx context.Context, id string) (*State, error) {
	rep, err := r.report(ctx, id)
	if err != nil {
		return nil, err
	}
	c, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return nil, err
	}
	return r.state(ctx, rep, c)
}

// List gives reports without their values. ErrInput.
func (r *Reports) List(ctx context.Context, q ReportQuery) (Page[Report], error) {
	q.Text, q.UpdatedBy, q.Waiting = searchable(q.Text), searchable(q.UpdatedBy), searchable(q.Waiting)
	q.Status, q.Template.ID = Status(searchable(string(q.Status))), searchable(q.Template.ID)
	return r.store.Reports(ctx, q)
}

// Final gives what is kept of a final report. ErrNotFound: there is no such
// report, or it is not final.
func (r *Reports) Final(ctx context.Context, id string) (*Final, error) {
	id, err := reportID(id)
	if err != nil {
		return nil, err
	}
	return r.store.Final(ctx, id)
}

// History lists the changes of a report. ErrNotFound, ErrInput.
func (r *Reports) History(ctx context.Context, id string, q HistoryQuery) (Page[Entry], error) {
	id, err := reportID(id)
	if err != nil {
		return Page[Entry]{}, err
	}
	return r.store.History(ctx, id, q)
}

func (r *Reports) report(ctx context.Context, id string) (*Report, error) {
	id, err := reportID(id)
	if err != nil {
		return nil, err
	}
	return r.store.Report(ctx, id)
}

// reportID gives an id as reports are kept under it: a UUID is the same in capitals
// (RFC 9562, 4). ErrNotFound: it is none.
func reportID(id string) (string, error) {
	if len(id) != 36 || uuid.Validate(id) != nil {
		return "", ErrNotFound
	}
	return strings.ToLower(id), nil
}

// state gives the report with what its template says of it.
func (r *Reports) state(ctx context.Context, rep *Report, c *Compiled) (*State, error) {
	last, err := r.lastYear(ctx, rep.Previous, c)
	if err != nil {
		return nil, err
	}
	s := stateOf(rep, c, last, c.judge(rep.Payload(), last.values))
	if rep.Status == StatusFinal {
		s.Result.Problems = nil
	}
	return s, nil
}

func stateOf(rep *Report, c *Compiled, last lastYear, result fill.Result) *State {
	return &State{Report: rep, Template: c, Result: result, Previous: last.values, PreviousTitle: last.title}
}

// NotThere gives an *InputError for the template or the previous report that a
// member names and that is not there; other errors as they are.
func NotThere(member, id string, err error) error {
	var version *VersionError
	reason := fill.Text{
		ZH: "没有模板 " + id + "，请核对其标识。",
		EN: "There is no template " + id + ": check its id.",
	}
	switch {
	case !errors.Is(err, ErrNotFound):
		return err
	case errors.As(err, &version):
		reason = version.Text()
	case member == "previous":
		reason = fill.Text{
			ZH: "没有报告 " + id + "，请核对上年报告的标识。",
			EN: "There is no report " + id + ": check the id of last year's.",
		}
	}
	return &InputError{Member: member, Code: "not_found", Reason: reason}
}
