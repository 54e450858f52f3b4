package sqlstore

import (
	"context"
	"database/sql"
	"time"

	"reportfill/templates"
)

const (
	insertToken = `INSERT INTO tokens (id, name, role, owner, hash, created_at, revoked_at, last_used_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`

	tokenColumns = `t.id, t.name, t.role, t.owner, t.hash, t.created_at, t.revoked_at, t.last_used_at`

	selectToken = `SELECT ` + tokenColumns + ` FROM tokens t WHERE t.hash = $1`

	selectTokens = `SELECT ` + tokenColumns + ` FROM tokens t ORDER BY t.created_at, t.id`

	touchToken = `UPDATE tokens SET last_used_at = $2 WHERE id = $1`

	revokeToken = `UPDATE tokens SET revoked_at = CASE WHEN revoked_at = 0 THEN $2 ELSE revoked_at END WHERE id = $1`

	endSessions = `DELETE FROM sessions WHERE token_id = $1`
)

// InsertToken writes a token.
func (s *Store) InsertToken(ctx context.Context, t *templates.Token) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		_, err := exec(ctx, tx, insertToken, t.ID, t.Name, t.Role, t.Owner, t.Hash,
			asMicros{&t.CreatedAt}, asMicros{&t.RevokedAt}, asMicros{&t.LastUsed})
		return err
	})
}

// TokenByHash gives a token, revoked or not.
func (s *Store) TokenByHash(ctx context.Context, hash string) (*templates.Token, error) {
	var t templates.Token
	if err := scanToken(s.queryRow(ctx, selectToken, hash), &t); err != nil {
		return nil, failure(ctx, err)
	}
	return &t, nil
}

// Tokens gives all tokens in the order of their creation.
func (s *Store) Tokens(ctx context.Context) ([]templates.Token, error) {
	return list(ctx, s.reader, scanToken, selectTokens)
}

// TouchToken sets when a token was last used.
func (s *Store) TouchToken(ctx context.Context, id string, at time.Time) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		return one(exec(ctx, tx, touchToken, id, asMicros{&at}))
	})
}

// RevokeToken ends a token and its sessions.
func (s *Store) RevokeToken(ctx context.Context, id string, at time.Time) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		if err := one(exec(ctx, tx, revokeToken, id, asMicros{&at})); err != nil {
			return err
		}
		_, err := exec(ctx, tx, endSessions, id)
		return err
	})
}

func scanToken(r row, t *templates.Token) error { return r.Scan(tokenTo(t)...) }

func tokenTo(t *templates.Token) []any {
	return []any{&t.ID, &t.Name, &t.Role, &t.Owner, &t.Hash,
		asMicros{&t.CreatedAt}, asMicros{&t.RevokedAt}, asMicros{&t.LastUsed}}
}

// one gives ErrNotFound where a statement that names one row changed none.
func one(n int64, err error) error {
	if err == nil && n == 0 {
		return templates.ErrNotFound
	}
	return err
}
