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

// failed counts a failed attempt, and tells how long the client should wait; 0
// until it has made too many. Good tokens are let in all the same: others may
// stand behind the same address, and no secret of ours can be guessed.
func (a *attempts) failed(client netip.Prefix, now time.Time) (wait time.Duration) {
	a.mu.Lock()
	defer a.mu.Unlock()
	l, ok := a.clients[client]
	if !ok {
		a.makeRoom(now)
		l = rate.NewLimiter(rate.Every(attemptsEvery), attemptsAtOnce)
		a.clients[client] = l
	}
	if l.AllowN(now, 1) {
		return 0
	}
	missing := 1 - l.TokensAt(now)
	return time.Duration(missing * float64(attemptsEvery))
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
