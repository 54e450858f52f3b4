package batch

import (
	"context"
	"errors"
	"io"
	"sync"
)

// window is how many rows are under way for each worker: enough that none waits
// for the one whose turn it is to be written.
const window = 8

// pipeline reads rows, has workers do them, and hands them on in their order.
// At most window × workers rows are under way. The first error ends it; no
// goroutine of its outlives it.
func pipeline(ctx context.Context, workers int, s Source, do func(context.Context, *job) error, write func(*job) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	p := &pipe{work: make(chan *job), queue: make(chan *job, window*workers), cancel: cancel}
	p.free.New = func() any { return new(job) }
	var running sync.WaitGroup
	running.Go(func() { p.read(ctx, s) })
	for range workers {
		running.Go(func() { p.run(ctx, do) })
	}
	p.write(ctx, write)
	running.Wait()
	return context.Cause(ctx)
}

// pipe is one run of a pipeline.
type pipe struct {
	work   chan *job // to the workers
	queue  chan *job // to the writer, in the rows' order
	free   sync.Pool // of jobs whose buffers can be used again
	cancel context.CancelCauseFunc
}

func (p *pipe) read(ctx context.Context, s Source) {
	defer close(p.queue)
	defer close(p.work)
	for ctx.Err() == nil {
		row, err := s.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			p.cancel(err)
			return
		}
		j := p.free.Get().(*job)
		j.begin(row)
		select {
		case p.queue <- j:
		case <-ctx.Done():
			return
		}
		select {
		case p.work <- j:
		case <-ctx.Done():
			close(j.done)
			return
		}
	}
}

func (p *pipe) run(ctx context.Context, do func(context.Context, *job) error) {
	for j := range p.work {
		if err := do(ctx, j); err != nil {
			p.cancel(err)
		}
		close(j.done)
	}
}

func (p *pipe) write(ctx context.Context, write func(*job) error) {
	for j := range p.queue {
		<-j.done
		if ctx.Err() != nil {
			continue
		}
		if err := write(j); err != nil {
			p.cancel(err)
		}
		p.free.Put(j)
	}
}
