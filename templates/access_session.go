package templates

import (
	"context"
	"errors"
	"time"
)

// SessionLength is how long a browser stays signed in.
const SessionLength = 12 * time.Hour

// SignIn begins a browser's session from a token's secret and gives the secret
// for its cookie. ErrUnauthenticated.
func (c *Access) SignIn(ctx context.Context, secret string) (cookie string, s *Session, err error) {
	t, err := c.holder(ctx, secret)
	if err != nil {
		return "", nil, err
	}
	cookie = newSecret("")
	now := c.now()
	s = &Session{Hash: hashOf([]byte(cookie)), Token: t.ID, CreatedAt: now, ExpiresAt: now.Add(SessionLength)}
	return cookie, s, c.store.InsertSession(ctx, s)
}

// Session gives who signed in. ErrUnauthenticated: it has ended, or its token was revoked.
func (c *Access) Session(ctx context.Context, cookie string) (Actor, *Session, error) {
	s, t, err := c.store.Session(ctx, hashOf([]byte(cookie)))
	switch {
	case errors.Is(err, ErrNotFound):
		return Actor{}, nil, ErrUnauthenticated
	case err != nil:
		return Actor{}, nil, err
	case !t.RevokedAt.IsZero(), !c.now().Before(s.ExpiresAt):
		return Actor{}, nil, ErrUnauthenticated
	}
	c.touch(ctx, t)
	return t.Actor(), s, nil
}

// SignOut ends a session.
func (c *Access) SignOut(ctx context.Context, cookie string) error {
	return c.store.DeleteSession(ctx, hashOf([]byte(cookie)))
}
