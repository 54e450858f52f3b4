package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"reportfill/templates"
)

const (
	sweepSessions = `DELETE FROM sessions WHERE expires_at < $1`

	insertSession = `INSERT INTO sessions (hash, token_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`

	selectSession = `SELECT s.hash, s.token_id, s.created_at, s.expires_at, ` + tokenColumns + `
		FROM sessions s JOIN tokens t ON t.id = s.token_id WHERE s.hash = $1`

	deleteSession = `DELETE FROM sessions WHERE hash = $1`
)

// InsertSession writes a session and drops those that ended before it began.
func (s *Store) InsertSession(ctx context.Context, n *templates.Session) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		if _, err := exec(ctx, tx, sweepSessions, asMicros{&n.CreatedAt}); err != nil {
			return err
		}
		_, err := exec(ctx, tx, insertSession, n.Hash, n.Token, asMicros{&n.CreatedAt}, asMicros{&n.ExpiresAt})
		return err
	})
	if errors.Is(err, errReference) {
		return templates.ErrNotFound
	}
	return err
}

// Session gives a session and its token, ended or not.
func (s *Store) Session(ctx context.Context, hash string) (*templates.Session, *templates.Token, error) {
	var n templates.Session
	var t templates.Token
	to := append([]any{&n.Hash, &n.Token, asMicros{&n.CreatedAt}, asMicros{&n.ExpiresAt}}, tokenTo(&t)...)
	if err := s.queryRow(ctx, selectSession, hash).Scan(to...); err != nil {
		return nil, nil, failure(ctx, err)
	}
	return &n, &t, nil
}

// DeleteSession ends a session.
func (s *Store) DeleteSession(ctx context.Context, hash string) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		_, err := exec(ctx, tx, deleteSession, hash)
		return err
	})
}
