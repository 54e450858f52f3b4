package api

import (
	"context"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// Work bounds the work that takes the processor: to fill, check, extract, scan
// and compile. A zero value means the default.
type Work struct {
	AtOnce   int           // that run; the default is GOMAXPROCS
	Queue    int           // that wait; the default is 32 for each that runs
	Patience time.Duration // that one waits at most; the default is a second
}

func (w Work) orDefault() Work {
	if w.AtOnce <= 0 {
		w.AtOnce = runtime.GOMAXPROCS(0)
	}
	if w.Queue <= 0 {
		w.Queue = 32 * w.AtOnce
	}
	if w.Patience <= 0 {
		w.Patience = time.Second
	}
	return w
}

// gate lets so much work run at once, lets some wait for its turn, first come
// first served, and turns the rest away at once.
type gate struct {
	Work
	turns   chan struct{}
	waiting atomic.Int64
	metrics *metrics
}

func newGate(w Work, m *metrics) *gate {
	w = w.orDefault()
	return &gate{Work: w, turns: make(chan struct{}, w.AtOnce), metrics: m}
}

// full tells that work would be turned away: before the database is asked and a
// body is read for it, so that a refusal costs next to nothing.
func (g *gate) full() error {
	if g.waiting.Load() >= int64(g.Queue) {
		return overloaded
	}
	return nil
}

// run does work in its turn. Nobody reads from a client or writes to one in it,
// so that a slow one holds up nobody else. The error is do's own, overloaded, or
// the context's.
func (g *gate) run(c *gin.Context, do func() error) error {
	if err := g.enter(c.Request.Context()); err != nil {
		return err
	}
	defer g.leave()
	return do()
}

// turn waits for as long as it takes: for one piece of work of many that were
// let in together.
func (g *gate) turn(ctx context.Context) (end func(), err error) {
	select {
	case g.turns <- struct{}{}:
		return g.leave, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (g *gate) enter(ctx context.Context) error {
	select {
	case g.turns <- struct{}{}:
		g.metrics.wait.Observe(0)
		return nil
	default:
	}
	if g.waiting.Add(1) > int64(g.Queue) {
		g.waiting.Add(-1)
		return overloaded
	}
	defer g.waiting.Add(-1)
	return g.queue(ctx)
}

func (g *gate) queue(ctx context.Context) error {
	began := time.Now()
	patience := time.NewTimer(g.Patience)
	defer patience.Stop()
	select {
	case g.turns <- struct{}{}:
		g.metrics.wait.Observe(time.Since(began).Seconds())
		return nil
	case <-patience.C:
		return overloaded
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (g *gate) leave() { <-g.turns }

// overloaded is told where there is more work than can be done in time.
var overloaded = &refusal{
	code:       codeOverloaded,
	retryAfter: time.Second,
	detail: fill.Text{
		ZH: "服务繁忙，请按响应头 Retry-After 稍后重试。",
		EN: "The service is busy. Try again after Retry-After.",
	},
}
