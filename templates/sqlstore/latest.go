package sqlstore

import (
	"sync"
	"time"
)

// latest holds the last version numbers that were asked for a moment ago, since
// every fill asks. Changes of this process are seen at once; those of another
// process on the same SQLite file after latestAge. The zero value is ready; it is
// safe for concurrent use.
type latest struct {
	mu      sync.Mutex
	changes int // of templates by this process
	known   map[string]numbered
}

// numbered is what LastVersion gives.
type numbered struct {
	version int
	exists  bool
	read    time.Time
}

const (
	latestAge = 100 * time.Millisecond
	latestIDs = 1024 // that are held at most
)

// get gives what is held of an id, and the count of changes that put takes.
func (l *latest) get(id string) (n numbered, changes int, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, ok = l.known[id]
	return n, l.changes, ok && time.Since(n.read) < latestAge
}

// put holds what was read after get, unless a template has changed since.
func (l *latest) put(id string, n numbered, changes int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if changes != l.changes {
		return
	}
	if l.known == nil || len(l.known) >= latestIDs {
		l.known = make(map[string]numbered)
	}
	l.known[id] = n
}

// changed forgets all, after a change of templates.
func (l *latest) changed() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.changes++
	clear(l.known)
}
