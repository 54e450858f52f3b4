package templates

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/maypok86/otter/v2"

	"reportfill/fill"
)

// Library gives out templates, compiled, and takes new ones. It is safe for
// concurrent use.
type Library struct {
	store  Store
	limits fill.Limits
	now    clock
	cache  *otter.Cache[Ref, *Compiled]
}

// CacheState is how the compiled templates in memory stand.
type CacheState struct {
	Hits, Misses uint64
	Bytes        uint64
}

// Cache tells how the compiled templates in memory stand.
func (l *Library) Cache() CacheState {
	s := l.cache.Stats()
	return CacheState{Hits: s.Hits, Misses: s.Misses, Bytes: l.cache.WeightedSize() << 10}
}

// LibraryOptions set how a Library works. The zero value is good.
type LibraryOptions struct {
	CacheBytes int64            // of compiled templates; 0 means 256 MiB
	Limits     fill.Limits      // of drafts
	Now        func() time.Time // nil means time.Now
}

// NewLibrary makes a library over the store.
func NewLibrary(s Store, o LibraryOptions) *Library {
	return &Library{store: s, limits: o.Limits, now: clockOf(o.Now), cache: newCache(o.CacheBytes)}
}

// Template gives a version with its schema. ErrNotFound; *VersionError: there are
// other versions.
func (l *Library) Template(ctx context.Context, ref Ref) (*Template, error) {
	if checkID(ref.ID) != nil {
		return nil, ErrNotFound
	}
	t, err := l.store.Template(ctx, ref)
	return t, l.noVersion(ctx, ref, err)
}

// noVersion gives a *VersionError in place of ErrNotFound where the template has
// other versions than the one that was asked for.
func (l *Library) noVersion(ctx context.Context, ref Ref, err error) error {
	if ref.Version == 0 || !errors.Is(err, ErrNotFound) {
		return err
	}
	latest, exists, failed := l.store.LastVersion(ctx, ref.ID)
	switch {
	case failed != nil:
		return failed
	case !exists:
		return err
	}
	return &VersionError{Ref: ref, Latest: latest}
}

// Docx gives the draft of a version. ErrNotFound.
func (l *Library) Docx(ctx context.Context, ref Ref) ([]byte, error) {
	t, err := l.Template(ctx, ref)
	if err != nil {
		return nil, err
	}
	return document(ctx, l.store, t.SHA256)
}

// List gives the latest version of each template. ErrInput.
func (l *Library) List(ctx context.Context, q TemplateQuery) (Page[Template], error) {
	q.Text = searchable(q.Text)
	return l.store.Templates(ctx, q)
}

// Versions gives all versions of a template, the latest first. ErrNotFound.
func (l *Library) Versions(ctx context.Context, id string) ([]Template, error) {
	if checkID(id) != nil {
		return nil, ErrNotFound
	}
	return l.store.Versions(ctx, id)
}

// Delete removes a template with all versions. ErrNotFound, ErrInUse.
func (l *Library) Delete(ctx context.Context, id string) error {
	if checkID(id) != nil {
		return ErrNotFound
	}
	err := l.store.DeleteTemplate(ctx, id)
	if err == nil {
		l.forget(id)
	}
	return err
}

// document gives the bytes of the hash. ErrNotFound; ErrDamaged: they are others.
func document(ctx context.Context, s Store, sha string) ([]byte, error) {
	docx, err := s.Document(ctx, sha)
	if err != nil {
		return nil, err
	}
	if got := hashOf(docx); got != sha {
		return nil, fmt.Errorf("%w: document %s has the hash %s", ErrDamaged, sha, got)
	}
	return docx, nil
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
