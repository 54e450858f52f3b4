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
	Via   Via    // the way of what is given in this request
}

// Via is the way by which values came to a report. It is empty for those that were
// given one by one: typed on a page, or sent as JSON.
type Via string

// The ways of values.
const (
	ViaDocument Via = "document" // read in a finished document
	ViaSheet    Via = "sheet"    // a form for Excel
	ViaBatch    Via = "batch"    // a row of a batch
)

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
	Via  Via    `json:"via,omitempty"`
}

func (a Actor) source(at time.Time) Source {
	return Source{Token: a.Token, Name: a.Name, Role: a.Role, Owner: a.Owner, At: at, Via: a.Via}
}
