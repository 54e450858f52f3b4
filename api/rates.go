package api

import (
	"sync"
	"time"

	"golang.org/x/time/rate"

	"reportfill/fill"
	"reportfill/templates"
)

// Rate bounds the requests of each token. The zero value bounds nothing.
type Rate struct {
	PerSecond float64
	Burst     int // at once, after a pause; the default is what a second allows
}

// rates counts the requests of each token. It is safe for concurrent use.
type rates struct {
	Rate
	mu       sync.Mutex
	limiters map[string]*rate.Limiter // by the token's id
}

// maxRated bounds the tokens that are remembered; those that have rested go.
const maxRated = 10_000

// take counts a request, or refuses it.
func (r *rates) take(who templates.Actor, now time.Time) error {
	if r.PerSecond <= 0 || who.Token == "" {
		return nil
	}
	turn := r.limiter(who.Token, now).ReserveN(now, 1)
	if wait := turn.DelayFrom(now); wait > 0 {
		turn.CancelAt(now)
		return tooManyRequests(wait)
	}
	return nil
}

func (r *rates) limiter(token string, now time.Time) *rate.Limiter {
	r.mu.Lock()
	defer r.mu.Unlock()
	if l, ok := r.limiters[token]; ok {
		return l
	}
	if len(r.limiters) >= maxRated {
		r.forget(now)
	}
	if r.limiters == nil {
		r.limiters = make(map[string]*rate.Limiter)
	}
	burst := r.Burst
	if burst <= 0 {
		burst = max(1, int(r.PerSecond))
	}
	l := rate.NewLimiter(rate.Limit(r.PerSecond), burst)
	r.limiters[token] = l
	return l
}

// forget drops the tokens that have rested: a new limiter allows them as much.
func (r *rates) forget(now time.Time) {
	for token, l := range r.limiters {
		if l.TokensAt(now) >= float64(l.Burst()) {
			delete(r.limiters, token)
		}
	}
}

func tooManyRequests(wait time.Duration) *refusal {
	r := &refusal{code: codeTooMany, retryAfter: wait.Truncate(time.Second) + time.Second}
	r.detail = fill.Text{
		ZH: "该令牌的请求过于频繁，请按响应头 Retry-After 稍后重试，或请管理员调高 --rate-limit。",
		EN: "The token sends too many requests. Try again after Retry-After, or ask the operator for a higher --rate-limit.",
	}
	return r
}
