package templates

import (
	"context"
	"math"

	"github.com/maypok86/otter/v2"
	"github.com/maypok86/otter/v2/stats"

	"reportfill/fill"
)

const defaultCacheBytes = 256 << 20

// newCache holds compiled versions. Weights are in KiB: a weight has 32 bits.
func newCache(size int64) *otter.Cache[Ref, *Compiled] {
	if size <= 0 {
		size = defaultCacheBytes
	}
	return otter.Must(&otter.Options[Ref, *Compiled]{
		StatsRecorder: stats.NewCounter(),
		MaximumWeight: uint64(max(1, size>>10)),
		Weigher:       func(_ Ref, c *Compiled) uint32 { return uint32(min(c.size>>10+1, math.MaxUint32)) },
	})
}

// Compiled gives a version ready to check and to fill. A version is compiled
// once, however many ask for it at once. ErrNotFound; *VersionError.
func (l *Library) Compiled(ctx context.Context, ref Ref) (*Compiled, error) {
	if checkID(ref.ID) != nil {
		return nil, ErrNotFound
	}
	if ref.Version == 0 {
		version, exists, err := l.store.LastVersion(ctx, ref.ID)
		if err != nil {
			return nil, err
		}
		if !exists {
			return nil, ErrNotFound
		}
		ref.Version = version
	}
	c, err := l.cache.Get(ctx, ref, otter.LoaderFunc[Ref, *Compiled](l.load))
	return c, l.noVersion(ctx, ref, err)
}

// load goes on where the first that asks leaves: others may wait for it.
func (l *Library) load(ctx context.Context, ref Ref) (*Compiled, error) {
	ctx = context.WithoutCancel(ctx)
	t, err := l.store.Template(ctx, ref)
	if err != nil {
		return nil, err
	}
	docx, err := document(ctx, l.store, t.SHA256)
	if err != nil {
		return nil, err
	}
	return l.compile(t, docx)
}

func (l *Library) compile(t *Template, docx []byte) (*Compiled, error) {
	p, err := fill.Open(docx, l.limits)
	if err != nil {
		return nil, err
	}
	filler, err := fill.Compile(p, t.Schema)
	if err != nil {
		return nil, err
	}
	c := &Compiled{Template: *t, Fill: filler, fields: map[string]fill.Field{}, computed: map[string]bool{}}
	c.size = filler.Memory()
	for _, f := range filler.Fields() {
		c.fields[f.Name] = f
	}
	for _, f := range t.Schema.Computed {
		c.computed[f.Field] = true
	}
	return c, nil
}

// forget drops what is compiled of a template.
func (l *Library) forget(id string) {
	for ref := range l.cache.Keys() {
		if ref.ID == id {
			l.cache.Invalidate(ref)
		}
	}
}
