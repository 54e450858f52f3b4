package api

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Failed attempts to sign in, of one client: so many at once, and one more each
// attemptsEvery.
const (
	attemptsAtOnce = 10
	attemptsEvery  = 6 * time.Second
	attemptClients = 10_000 // that are remembered
)

// attempts counts the failed attempts of each client. It is safe for concurrent use.
type attempts struct {
	mu      sync.Mutex
	clients map[netip.Prefix]*rate.Limiter
}

// wait is how long the client must wait before its next attempt; 0 for none.
func (a *attempts) wait(client netip.Prefix, now time.Time) time.Duration {
	a.mu.Lock()
	defer a.mu.Unlock()
	l, ok := a.clients[client]
	if !ok {
		return 0
	}
	if missing := 1 - l.TokensAt(now); missing > 0 {
		return time.Duration(missing * float64(attemptsEvery))
	}
	return 0
}

// failed counts one failed attempt.
func (a *attempts) failed(client netip.Prefix, now time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	l, ok := a.clients[client]
	if !ok {
		a.makeRoom(now)
		l = rate.NewLimiter(rate.Every(attemptsEvery), attemptsAtOnce)
		a.clients[client] = l
	}
	l.AllowN(now, 1)
}

// makeRoom forgets the clients that have waited long enough, and all of them
// where that is not enough.
func (a *attempts) makeRoom(now time.Time) {
	if a.clients == nil {
		a.clients = make(map[netip.Prefix]*rate.Limiter)
	}
	if len(a.clients) < attemptClients {
		return
	}
	for client, l := range a.clients {
		if l.TokensAt(now) >= attemptsAtOnce {
			delete(a.clients, client)
		}
	}
	if len(a.clients) >= attemptClients {
		clear(a.clients)
	}
}
