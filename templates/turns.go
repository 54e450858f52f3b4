package templates

import (
	"context"
	"hash/maphash"
)

// turns lets the changes of one report in this process go one after the other,
// so that they do not race in vain. It is no more than that: other processes
// change the same reports, and the revision decides.
type turns struct {
	seed  maphash.Seed
	gates [64]chan struct{}
}

func newTurns() turns {
	t := turns{seed: maphash.MakeSeed()}
	for i := range t.gates {
		t.gates[i] = make(chan struct{}, 1)
	}
	return t
}

// take waits for the id's turn and gives the function that ends it.
func (t *turns) take(ctx context.Context, id string) (end func(), err error) {
	gate := t.gates[maphash.String(t.seed, id)%uint64(len(t.gates))]
	select {
	case gate <- struct{}{}:
		return func() { <-gate }, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
