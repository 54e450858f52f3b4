package templates

import (
	"context"
	"time"

	"reportfill/fill"
)

// The signatures that are being built; each leaves this file as it is done.

// Library gives out templates, compiled, and takes new ones.
type Library struct{}

// LibraryOptions set how a Library works. The zero value is good.
type LibraryOptions struct {
	CacheBytes int64            // of compiled templates; 0 means 256 MiB
	Limits     fill.Limits      // of drafts
	Now        func() time.Time // nil means time.Now
}

// NewLibrary makes a library over the store.
func NewLibrary(s Store, o LibraryOptions) *Library { panic("pending") }

// Seed writes the built-in work report where no version of it was ever written.
func (l *Library) Seed(ctx context.Context) error { panic("pending") }

// Create writes a new template at its first version. With the same once it
// gives the same answer.
// *fill.DocumentError, *fill.SyntaxError and the errors of fill.Compile;
// *InputError; ErrConflict: the id is taken, or once.Key with another body.
func (l *Library) Create(ctx context.Context, a Actor, d Draft, once Once) (*Template, error) {
	panic("pending")
}

// Put writes a new version over the base, the version of If-Match; 0 means
// whichever is the latest. Errors as Create; ErrNotFound, ErrStale.
func (l *Library) Put(ctx context.Context, a Actor, id string, base int, d Draft) (*Template, error) {
	panic("pending")
}

// Template gives a version with its schema. ErrNotFound.
func (l *Library) Template(ctx context.Context, ref Ref) (*Template, error) { panic("pending") }

// Compiled gives a version ready to check and to fill. ErrNotFound.
func (l *Library) Compiled(ctx context.Context, ref Ref) (*Compiled, error) { panic("pending") }

// Docx gives the draft of a version. ErrNotFound.
func (l *Library) Docx(ctx context.Context, ref Ref) ([]byte, error) { panic("pending") }

// List gives the latest version of each template. ErrInput.
func (l *Library) List(ctx context.Context, q TemplateQuery) (Page[Template], error) {
	panic("pending")
}

// Versions gives all versions of a template, the latest first. ErrNotFound.
func (l *Library) Versions(ctx context.Context, id string) ([]Template, error) { panic("pending") }

// Delete removes a template with all versions. ErrNotFound, ErrInUse.
func (l *Library) Delete(ctx context.Context, id string) error { panic("pending") }

// Reports collects values until reports are final.
type Reports struct{}

// NewReports makes reports over the store; a nil now means time.Now.
func NewReports(s Store, l *Library, now func() time.Time) *Reports { panic("pending") }

// Create begins a report with any part of its values. With the same once it
// gives the same answer.
// *InputError: the template or the previous report is not there, the title is
// too long. *fill.InvalidError: a name that the template lacks or that is given
// twice, text that XML cannot hold; whatever else is wrong is kept and told in
// the result. *OwnerError. ErrConflict: once.Key with another body.
func (r *Reports) Create(ctx context.Context, a Actor, n NewReport, once Once) (*State, error) {
	panic("pending")
}

// Get gives a report. ErrNotFound.
func (r *Reports) Get(ctx context.Context, id string) (*State, error) { panic("pending") }

// List gives reports without their values. ErrInput.
func (r *Reports) List(ctx context.Context, q ReportQuery) (Page[Report], error) { panic("pending") }

// Patch sets the values given by name, removes those given as null, and leaves
// the others (RFC 7396). revision is that of If-Match: ErrStale if it is not
// the present one; with 0 the patch is applied to whatever there is.
// ErrNotFound, ErrFinal, *fill.InvalidError and *OwnerError as in Create.
func (r *Reports) Patch(ctx context.Context, a Actor, id string, revision int64, vs fill.Values) (*State, error) {
	panic("pending")
}

// Finalize makes the document, once, and freezes the report. revision as in
// Patch. *fill.InvalidError: something is missing or wrong.
// ErrNotFound, ErrStale, ErrFinal, ErrConflict.
func (r *Reports) Finalize(ctx context.Context, a Actor, id string, revision int64, once Once) (*State, error) {
	panic("pending")
}

// Docx gives the document: the one kept of a final report, else one made from
// the values that are there. ErrNotFound; *fill.InvalidError: a value is wrong,
// or, by MissingError, missing.
func (r *Reports) Docx(ctx context.Context, id string, m fill.Missing) (*Document, error) {
	panic("pending")
}

// Final gives what is kept of a final report. ErrNotFound: there is no such
// report, or it is not final.
func (r *Reports) Final(ctx context.Context, id string) (*Final, error) { panic("pending") }

// History lists the changes of a report. ErrNotFound, ErrInput.
func (r *Reports) History(ctx context.Context, id string, q HistoryQuery) (Page[Entry], error) {
	panic("pending")
}

// Access lets in those who hold a token.
type Access struct{}

// NewAccess makes access over the store; a nil now means time.Now.
func NewAccess(s Store, now func() time.Time) *Access { panic("pending") }

// Add makes a token and gives its secret, which is kept nowhere. *InputError.
func (c *Access) Add(ctx context.Context, n NewToken) (secret string, t *Token, err error) {
	panic("pending")
}

// Tokens gives all tokens, revoked ones too.
func (c *Access) Tokens(ctx context.Context) ([]Token, error) { panic("pending") }

// Any tells whether there is a token that lets somebody in.
func (c *Access) Any(ctx context.Context) (bool, error) { panic("pending") }

// Revoke ends a token and its sessions. ErrNotFound.
func (c *Access) Revoke(ctx context.Context, id string) error { panic("pending") }

// Authenticate gives who holds the secret. ErrUnauthenticated.
func (c *Access) Authenticate(ctx context.Context, secret string) (Actor, error) { panic("pending") }

// SignIn begins a browser's session from a token's secret and gives the secret
// for its cookie. ErrUnauthenticated.
func (c *Access) SignIn(ctx context.Context, secret string) (cookie string, s *Session, err error) {
	panic("pending")
}

// Session gives who signed in. ErrUnauthenticated: it has ended, or its token was revoked.
func (c *Access) Session(ctx context.Context, cookie string) (Actor, *Session, error) {
	panic("pending")
}

// SignOut ends a session.
func (c *Access) SignOut(ctx context.Context, cookie string) error { panic("pending") }
