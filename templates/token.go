package templates

import "time"

// Token lets somebody in. Its secret is shown once and kept only as a hash.
type Token struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Role      Role      `json:"role"`
	Owner     string    `json:"owner,omitempty"` // the department that it is bound to
	Hash      string    `json:"-"`               // SHA-256 of the secret, in lower-case hexadecimal
	CreatedAt time.Time `json:"created_at"`
	RevokedAt time.Time `json:"revoked_at,omitzero"`   // zero: it is good
	LastUsed  time.Time `json:"last_used_at,omitzero"` // to the minute; zero: never
}

// Actor gives who holds the token.
func (t *Token) Actor() Actor {
	return Actor{Token: t.ID, Name: t.Name, Role: t.Role, Owner: t.Owner}
}

// NewToken is what a token is made from.
type NewToken struct {
	Name  string // who will hold it; goes into history beside every value
	Role  Role
	Owner string
}

// Session is a browser that signed in with a token. It ends with the token.
type Session struct {
	Hash      string // SHA-256 of the cookie's secret, in lower-case hexadecimal
	Token     string // id of the token
	CreatedAt time.Time
	ExpiresAt time.Time
}
