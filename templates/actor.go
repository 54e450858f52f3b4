package templates

import (
	"slices"
	"time"
)

// Role says what the holder of a token may do.
type Role string

// The roles of tokens.
const (
	RoleSystem Role = "system" // an office system that sends values
	RoleClerk  Role = "clerk"  // completes reports; may override an owner
	RoleAuthor Role = "author" // uploads drafts and names their fields
	RoleAdmin  Role = "admin"  // everything
)

// Roles lists the roles.
var Roles = []Role{RoleSystem, RoleClerk, RoleAuthor, RoleAdmin}

// Known tells whether the role is one of Roles.
func (r Role) Known() bool { return slices.Contains(Roles, r) }

// Actor is who does something.
type Actor struct {
	Token string // id of the token; empty where the service is open
	Name  string
	Role  Role
	Owner string // the department that the token is bound to; empty if none
}

// Overrides tells whether the actor may set a field of another owner.
func (a Actor) Overrides() bool { return a.Role == RoleClerk || a.Role == RoleAdmin }

// Owns tells whether the actor may set a field of the owner without overriding.
func (a Actor) Owns(owner string) bool { return owner == "" || owner == a.Owner }

// Source is who did something, and when.
type Source struct {
	Token string    `json:"token,omitempty"` // id of the token; empty where the service is open
	Name  string    `json:"name"`
	Role  Role      `json:"role"`
	Owner string    `json:"owner,omitempty"`
	At    time.Time `json:"at"` // UTC, to the microsecond

	// From is the id of the report that the value was taken from: last year's.
	// Empty where it was given.
	From string `json:"from,omitempty"`
}

func (a Actor) source(at time.Time) Source {
	return Source{Token: a.Token, Name: a.Name, Role: a.Role, Owner: a.Owner, At: at}
}
