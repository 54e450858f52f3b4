package templates

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"time"

	"github.com/google/uuid"

	"reportfill/fill"
)

// Access lets in those who hold a token. It is safe for concurrent use.
type Access struct {
	store Store
	now   clock
}

// NewAccess makes access over the store; a nil now means time.Now.
func NewAccess(s Store, now func() time.Time) *Access {
	return &Access{store: s, now: clockOf(now)}
}

// Add makes a token and gives its secret, which is kept nowhere. *InputError.
func (c *Access) Add(ctx context.Context, n NewToken) (secret string, t *Token, err error) {
	if t, err = c.token(n); err != nil {
		return "", nil, err
	}
	secret = newSecret("rf_")
	t.Hash = hashOf([]byte(secret))
	if err := c.store.InsertToken(ctx, t); err != nil {
		return "", nil, err
	}
	return secret, t, nil
}

func (c *Access) token(n NewToken) (*Token, error) {
	name, err := checkText("name", n.Name)
	if err != nil {
		return nil, err
	}
	if name == "" {
		return nil, &InputError{Member: "name", Code: "missing", Reason: fill.Text{
			ZH: "请写明令牌由谁持有，如“预算系统”。", EN: "say who will hold the token, such as “budget system”"}}
	}
	owner, err := checkText("owner", n.Owner)
	if err != nil {
		return nil, err
	}
	if !n.Role.Known() {
		return nil, &InputError{Member: "role", Code: "role", Reason: fill.Text{
			ZH: "角色应为 system、clerk、author 或 admin。", EN: "the role is system, clerk, author or admin"}}
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	return &Token{ID: id.String(), Name: name, Role: n.Role, Owner: owner, CreatedAt: c.now()}, nil
}

// Tokens gives all tokens, revoked ones too.
func (c *Access) Tokens(ctx context.Context) ([]Token, error) { return c.store.Tokens(ctx) }

// Any tells whether there is a token that lets somebody in.
func (c *Access) Any(ctx context.Context) (bool, error) {
	all, err := c.store.Tokens(ctx)
	for _, t := range all {
		if t.RevokedAt.IsZero() {
			return true, nil
		}
	}
	return false, err
}

// Revoke ends a token and its sessions. ErrNotFound.
func (c *Access) Revoke(ctx context.Context, id string) error {
	if uuid.Validate(id) != nil {
		return ErrNotFound
	}
	return c.store.RevokeToken(ctx, id, c.now())
}

// Authenticate gives who holds the secret. ErrUnauthenticated.
func (c *Access) Authenticate(ctx context.Context, secret string) (Actor, error) {
	t, err := c.holder(ctx, secret)
	if err != nil {
		return Actor{}, err
	}
	return t.Actor(), nil
}

// holder gives the token of a secret. Secrets are looked up by their hash: they
// have 256 random bits, so that neither time nor trial tells one.
func (c *Access) holder(ctx context.Context, secret string) (*Token, error) {
	t, err := c.store.TokenByHash(ctx, hashOf([]byte(secret)))
	switch {
	case errors.Is(err, ErrNotFound):
		return nil, ErrUnauthenticated
	case err != nil:
		return nil, err
	case !t.RevokedAt.IsZero():
		return nil, ErrUnauthenticated
	}
	c.touch(ctx, t)
	return t, nil
}

// touch notes that a token is used, once a minute at most. Where the store
// cannot be written the note is lost, and nothing else.
func (c *Access) touch(ctx context.Context, t *Token) {
	if now := c.now().Truncate(time.Minute); now.After(t.LastUsed) {
		_ = c.store.TouchToken(ctx, t.ID, now)
	}
}

// newSecret gives 256 random bits in base64url behind a prefix by which secret
// scanners know them.
func newSecret(prefix string) string {
	var bits [32]byte
	rand.Read(bits[:]) // never fails
	return prefix + base64.RawURLEncoding.EncodeToString(bits[:])
}
