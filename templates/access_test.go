package templates_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

// openStore gives an empty store that is closed with the test.
func openStore(t *testing.T) *sqlstore.Store {
	t.Helper()
	s, err := sqlstore.Open(context.Background(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// watch is a clock that the test moves.
type watch struct{ at time.Time }

func newWatch() *watch                 { return &watch{time.Date(2026, 7, 1, 12, 0, 30, 0, time.UTC)} }
func (w *watch) now() time.Time        { return w.at }
func (w *watch) pass(by time.Duration) { w.at = w.at.Add(by) }

func want(t *testing.T, what string, err, target error) {
	t.Helper()
	if !errors.Is(err, target) {
		t.Errorf("%s: got error %v, want %v", what, err, target)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestToken(t *testing.T) {
	ctx := context.Background()
	w, s := newWatch(), openStore(t)
	access := templates.NewAccess(s, w.now)
	any, err := access.Any(ctx)
	must(t, err)
	same(t, "any token at first", any, false)

	secret, tok, err := access.Add(ctx, templates.NewToken{Name: " 国库系统 ", Role: templates.RoleSystem, Owner: "国库科"})
	must(t, err)
	if strings.Contains(tok.Hash, secret) || len(secret) < 43 {
		t.Errorf("secret %q, hash %q", secret, tok.Hash)
	}
	actor, err := access.Authenticate(ctx, secret)
	must(t, err)
	same(t, "actor", actor, templates.Actor{Token: tok.ID, Name: "国库系统", Role: templates.RoleSystem, Owner: "国库科"})
	for _, wrong := range []string{"", "rf_", secret + "x", strings.ToLower(secret), tok.Hash, tok.ID} {
		_, err := access.Authenticate(ctx, wrong)
		want(t, "wrong secret "+wrong, err, templates.ErrUnauthenticated)
	}
	any, err = access.Any(ctx)
	must(t, err)
	same(t, "any token", any, true)

	must(t, access.Revoke(ctx, tok.ID))
	_, err = access.Authenticate(ctx, secret)
	want(t, "revoked", err, templates.ErrUnauthenticated)
	any, err = access.Any(ctx)
	must(t, err)
	same(t, "any token after it was revoked", any, false)
	want(t, "revoke of none", access.Revoke(ctx, "x\x00"), templates.ErrNotFound)
}

func TestTokenUse(t *testing.T) {
	ctx := context.Background()
	w, s := newWatch(), openStore(t)
	access := templates.NewAccess(s, w.now)
	secret, _, err := access.Add(ctx, templates.NewToken{Name: "a", Role: templates.RoleClerk})
	must(t, err)
	noon := w.at.Truncate(time.Minute)
	for _, test := range []struct {
		pass time.Duration
		want time.Time
	}{
		{0, noon},
		{20 * time.Second, noon},
		{20 * time.Second, noon.Add(time.Minute)},
		{-time.Hour, noon.Add(time.Minute)},
	} {
		w.pass(test.pass)
		_, err := access.Authenticate(ctx, secret)
		must(t, err)
		all, err := access.Tokens(ctx)
		must(t, err)
		same(t, "last used", all[0].LastUsed, test.want)
	}
}

func TestTokenRefused(t *testing.T) {
	access := templates.NewAccess(openStore(t), nil)
	for _, test := range []struct {
		member string
		n      templates.NewToken
	}{
		{"name", templates.NewToken{Name: " ", Role: templates.RoleClerk}},
		{"name", templates.NewToken{Name: "a\x00b", Role: templates.RoleClerk}},
		{"name", templates.NewToken{Name: "a\xff", Role: templates.RoleClerk}},
		{"name", templates.NewToken{Name: strings.Repeat("长", 201), Role: templates.RoleClerk}},
		{"owner", templates.NewToken{Name: "a", Role: templates.RoleClerk, Owner: "a\nb"}},
		{"role", templates.NewToken{Name: "a", Role: "root"}},
		{"role", templates.NewToken{Name: "a"}},
	} {
		_, _, err := access.Add(context.Background(), test.n)
		var input *templates.InputError
		if !errors.As(err, &input) || input.Member != test.member {
			t.Errorf("%+v: got %v, want an error of %s", test.n, err, test.member)
		}
	}
}

func TestSession(t *testing.T) {
	ctx := context.Background()
	w, s := newWatch(), openStore(t)
	access := templates.NewAccess(s, w.now)
	secret, tok, err := access.Add(ctx, templates.NewToken{Name: "高会计", Role: templates.RoleClerk})
	must(t, err)
	_, _, err = access.SignIn(ctx, "wrong")
	want(t, "sign-in with a wrong secret", err, templates.ErrUnauthenticated)

	signIn := func() string {
		cookie, _, err := access.SignIn(ctx, secret)
		must(t, err)
		return cookie
	}
	first, second := signIn(), signIn()
	actor, _, err := access.Session(ctx, first)
	must(t, err)
	same(t, "actor", actor, tok.Actor())
	_, err = access.Authenticate(ctx, first)
	want(t, "a cookie as a token", err, templates.ErrUnauthenticated)
	_, _, err = access.Session(ctx, secret)
	want(t, "a token as a cookie", err, templates.ErrUnauthenticated)

	must(t, access.SignOut(ctx, first))
	_, _, err = access.Session(ctx, first)
	want(t, "signed out", err, templates.ErrUnauthenticated)
	w.pass(templates.SessionLength - time.Microsecond)
	_, _, err = access.Session(ctx, second)
	want(t, "just before its end", err, nil)
	w.pass(time.Microsecond)
	_, _, err = access.Session(ctx, second)
	want(t, "at its end", err, templates.ErrUnauthenticated)

	third := signIn()
	must(t, access.Revoke(ctx, tok.ID))
	_, _, err = access.Session(ctx, third)
	want(t, "of a revoked token", err, templates.ErrUnauthenticated)
}
