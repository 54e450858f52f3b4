package templates

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"reportfill/fill"
)

// Patch sets the values given by name, removes those given as null, and leaves
// the others (RFC 7396). A patch that changes nothing leaves the revision.
// revision is that of If-Match: ErrStale if it is not the present one; with 0
// the patch is applied to whatever there is, and none is lost.
// ErrNotFound, ErrFinal, *fill.InvalidError and *OwnerError as in Create.
func (r *Reports) Patch(ctx context.Context, a Actor, id string, revision int64, vs fill.Values) (*State, error) {
	return r.alter(ctx, id, revision, func(rep *Report, c *Compiled) (*State, error) {
		by := a.source(r.now())
		values, changes, err := merge(c, rep.Values, vs, a, by)
		if err != nil {
			return nil, err
		}
		if len(changes) == 0 {
			return r.state(ctx, rep, c)
		}
		last, err := r.lastYear(ctx, rep.Previous, c)
		if err != nil {
			return nil, err
		}
		after := *rep
		after.Revision, after.Updated, after.Values = rep.Revision+1, by, values
		s := stateOf(&after, c, last, after.assess(c, last.values))
		e := Entry{Revision: after.Revision, Action: ActionPatch, Source: by, Changes: changes}
		return s, r.store.UpdateReport(ctx, &after, e)
	})
}

// alter reads a report and lets change make and store its next revision. Where
// another was first, it does so again, unless a revision is asked for.
func (r *Reports) alter(ctx context.Context, id string, revision int64,
	change func(*Report, *Compiled) (*State, error)) (*State, error) {
	end, err := r.turns.take(ctx, id)
	if err != nil {
		return nil, err
	}
	defer end()
	for try := range maxTries {
		rep, c, err := r.present(ctx, id, revision)
		if err != nil {
			return nil, err
		}
		s, err := change(rep, c)
		if err == nil {
			return s, nil
		}
		if revision != 0 || !errors.Is(err, ErrStale) {
			return nil, err
		}
		if err := pause(ctx, try); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w: report %s changed %d times while it was read", ErrUnavailable, id, maxTries)
}

// present gives a report that may be changed, with its template.
func (r *Reports) present(ctx context.Context, id string, revision int64) (*Report, *Compiled, error) {
	rep, err := r.report(ctx, id)
	switch {
	case err != nil:
		return nil, nil, err
	case rep.Status == StatusFinal:
		return nil, nil, ErrFinal
	case revision != 0 && revision != rep.Revision:
		return nil, nil, ErrStale
	}
	c, err := r.library.Compiled(ctx, rep.Template)
	return rep, c, err
}

const (
	maxTries = 100
	maxPause = 50 * time.Millisecond
)

// pause waits a random time, longer after more tries, so that two processes do
// not race in step.
func pause(ctx context.Context, try int) error {
	longest := min(time.Millisecond<<min(try, 10), maxPause)
	timer := time.NewTimer(rand.N(longest))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
