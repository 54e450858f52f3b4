package templates

import (
	"errors"
	"fmt"
	"strings"

	"reportfill/fill"
)

// What can go wrong besides the document (*fill.DocumentError), its fields
// (*fill.SchemaError) and the values (*fill.InvalidError).
var (
	ErrNotFound        = errors.New("not found")
	ErrConflict        = errors.New("conflict")                       // the id, or a receipt's key, is taken
	ErrStale           = errors.New("changed since it was read")      // the version or revision of If-Match is not the present one
	ErrFinal           = errors.New("report is final")                // nothing changes any more
	ErrInUse           = errors.New("in use")                         // reports need the template, or, as their previous one, the report
	ErrCircular        = errors.New("last year's report of itself")   // through the years that it follows
	ErrForbidden       = errors.New("forbidden")                      // wrapped by *OwnerError
	ErrUnauthenticated = errors.New("unknown or revoked token")       // or a session that has ended
	ErrInput           = errors.New("invalid input")                  // wrapped by *InputError
	ErrUnavailable     = errors.New("store is unavailable")           // the database is gone or its disk is full; wraps the cause
	ErrDamaged         = errors.New("stored bytes do not match hash") // found by reading, never repaired
)

// ErrKeyUsed is an Idempotency-Key that has answered another request, or one whose
// report is no longer there.
var ErrKeyUsed = fmt.Errorf("%w: the idempotency key is used", ErrConflict)

// InputError is a member of a request that cannot be used, such as a title that
// is too long or a template that does not exist.
type InputError struct {
	Member string // title, template, previous, cursor …
	Code   string // stable name of the reason
	Reason fill.Text
}

// Error gives the member and the reason in English.
func (e *InputError) Error() string { return e.Member + ": " + e.Reason.EN }

// Unwrap gives ErrInput.
func (e *InputError) Unwrap() error { return ErrInput }

// CodeOwner is the code of a value from somebody who does not own its field.
const CodeOwner fill.Code = "owner"

// OwnerError names every field of a payload that takes its values from another
// department than the one that sent it.
type OwnerError struct {
	Problems []fill.Problem // each of CodeOwner
}

// Error names the fields.
func (e *OwnerError) Error() string {
	names := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		names[i] = p.Field
	}
	return fmt.Sprintf("%v: fields of another owner: %s", ErrForbidden, strings.Join(names, ", "))
}

// Unwrap gives ErrForbidden.
func (e *OwnerError) Unwrap() error { return ErrForbidden }

// VersionError is a version that a template does not have.
type VersionError struct {
	Ref    Ref
	Latest int
}

// Text names the version that there is.
func (e *VersionError) Text() fill.Text {
	return fill.Text{
		ZH: fmt.Sprintf("模板 %s 没有第 %d 版，最新的是 %s@%d。", e.Ref.ID, e.Ref.Version, e.Ref.ID, e.Latest),
		EN: fmt.Sprintf("The template %s has no version %d: the latest is %s@%d.", e.Ref.ID, e.Ref.Version, e.Ref.ID, e.Latest),
	}
}

// Error says it in English.
func (e *VersionError) Error() string { return e.Text().EN }

// Unwrap gives ErrNotFound.
func (e *VersionError) Unwrap() error { return ErrNotFound }
