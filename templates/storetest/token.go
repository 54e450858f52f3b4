package storetest

import (
	"context"
	"testing"
	"time"

	"reportfill/templates"
)

func token(id string) *templates.Token {
	return &templates.Token{ID: id, Name: "国库系统", Role: templates.RoleSystem, Owner: "国库科", Hash: "hash-" + id, CreatedAt: noon}
}

func testToken(t *testing.T, s templates.Store) {
	ctx := context.Background()
	_, err := s.TokenByHash(ctx, "hash-a")
	want(t, "no token", err, templates.ErrNotFound)
	first, second := token("b"), token("a")
	second.CreatedAt = noon.Add(time.Second)
	must(t, s.InsertToken(ctx, first))
	must(t, s.InsertToken(ctx, second))
	want(t, "id taken", s.InsertToken(ctx, &templates.Token{ID: "a", Hash: "other"}), templates.ErrConflict)
	want(t, "hash taken", s.InsertToken(ctx, &templates.Token{ID: "c", Hash: "hash-a"}), templates.ErrConflict)

	first.LastUsed = noon.Add(time.Hour)
	must(t, s.TouchToken(ctx, "b", first.LastUsed))
	want(t, "touch of no token", s.TouchToken(ctx, "c", noon), templates.ErrNotFound)
	first.RevokedAt = noon.Add(2 * time.Hour)
	must(t, s.RevokeToken(ctx, "b", first.RevokedAt))
	must(t, s.RevokeToken(ctx, "b", noon.Add(3*time.Hour)))
	want(t, "revocation of no token", s.RevokeToken(ctx, "c", noon), templates.ErrNotFound)

	got, err := s.TokenByHash(ctx, "hash-b")
	must(t, err)
	same(t, "token", got, first)
	all, err := s.Tokens(ctx)
	must(t, err)
	same(t, "tokens", all, []templates.Token{*first, *second})
}

func testSession(t *testing.T, s templates.Store) {
	ctx := context.Background()
	must(t, s.InsertToken(ctx, token("a")))
	must(t, s.InsertToken(ctx, token("b")))
	session := func(hash, token string, at time.Time) *templates.Session {
		return &templates.Session{Hash: hash, Token: token, CreatedAt: at, ExpiresAt: at.Add(time.Hour)}
	}
	want(t, "session of no token", s.InsertSession(ctx, session("1", "c", noon)), templates.ErrNotFound)
	must(t, s.InsertSession(ctx, session("1", "a", noon)))
	must(t, s.InsertSession(ctx, session("2", "b", noon)))

	got, tok, err := s.Session(ctx, "1")
	must(t, err)
	same(t, "session", got, session("1", "a", noon))
	same(t, "its token", tok, token("a"))

	must(t, s.RevokeToken(ctx, "a", noon))
	must(t, s.DeleteSession(ctx, "never there"))
	_, _, err = s.Session(ctx, "1")
	want(t, "session of a revoked token", err, templates.ErrNotFound)
	_, _, err = s.Session(ctx, "2")
	want(t, "session of another token", err, nil)

	must(t, s.InsertSession(ctx, session("3", "b", noon.Add(2*time.Hour))))
	_, _, err = s.Session(ctx, "2")
	want(t, "session that ended long ago", err, templates.ErrNotFound)
	must(t, s.DeleteSession(ctx, "3"))
	_, _, err = s.Session(ctx, "3")
	want(t, "deleted session", err, templates.ErrNotFound)
}
