package templates

import (
	"context"
	"time"
)

// Store keeps templates, reports, tokens and receipts. Each method is one
// transaction: it happens whole or not at all, and has reached the disk when it
// returns. It is safe for concurrent use, by several processes where the
// database allows that.
//
// Beside the errors named at a method, each may return ErrUnavailable, or the
// context's error. What is given out belongs to the caller.
type Store interface {
	// LastVersion gives the last version number given under the id, 0 if none
	// ever was, and whether the template is there: a deleted one keeps its number.
	LastVersion(ctx context.Context, id string) (version int, exists bool, err error)

	// InsertTemplate writes a template that is not there: its version is
	// LastVersion + 1. docx are the bytes of t.SHA256. r may be nil.
	// ErrConflict: the id is taken, or r's key is.
	InsertTemplate(ctx context.Context, t *Template, docx []byte, r *Receipt) error

	// InsertVersion writes the next version of a template that is there.
	// docx may be nil where the store holds the bytes of t.SHA256 already.
	// ErrNotFound: no such template. ErrStale: t.Version is not the next.
	InsertVersion(ctx context.Context, t *Template, docx []byte) error

	// Template gives a version with its schema, the latest for version 0.
	// ErrNotFound.
	Template(ctx context.Context, ref Ref) (*Template, error)

	// Versions gives all versions, the latest first, without their schemas.
	// ErrNotFound.
	Versions(ctx context.Context, id string) ([]Template, error)

	// Templates lists the latest version of each template, without schemas.
	// ErrInput: the cursor is not one of this list.
	Templates(ctx context.Context, q TemplateQuery) (Page[Template], error)

	// DeleteTemplate removes all versions.
	// ErrNotFound. ErrInUse: a report was made from one of them.
	DeleteTemplate(ctx context.Context, id string) error

	// Document gives the bytes of a draft or of a final document by their hash.
	// ErrNotFound.
	Document(ctx context.Context, sha256 string) ([]byte, error)

	// InsertReport writes a report at revision 1 with its first entry, and last
	// before, which is its previous report. last and r may be nil.
	// ErrNotFound: the template version or the previous report is not there.
	// ErrConflict: the id or r's key is taken.
	InsertReport(ctx context.Context, rep *Report, e Entry, last *Begun, r *Receipt) error

	// Report gives a report with its values. ErrNotFound.
	Report(ctx context.Context, id string) (*Report, error)

	// Reports lists reports without their values.
	// ErrInput: the cursor is not one of this list.
	Reports(ctx context.Context, q ReportQuery) (Page[Report], error)

	// UpdateReport writes status, progress, values, Previous and Updated of a report
	// whose revision in the store is rep.Revision - 1, and appends e.
	// ErrNotFound: it is not there, or the previous report is not. ErrFinal.
	// ErrStale: it has another revision.
	UpdateReport(ctx context.Context, rep *Report, e Entry) error

	// CompareReport does as UpdateReport, and writes last before, which becomes the
	// previous report. last and r may be nil. ErrNotFound, ErrFinal, ErrStale;
	// ErrConflict: r's key is taken; ErrCircular: rep is its own previous report, or
	// that of one that it follows, whatever is compared at once.
	CompareReport(ctx context.Context, rep *Report, e Entry, last *Begun, r *Receipt) error

	// FinalizeReport does as UpdateReport and writes f with the document's bytes.
	// r may be nil. ErrNotFound, ErrFinal, ErrStale; ErrConflict: r's key is taken.
	FinalizeReport(ctx context.Context, rep *Report, e Entry, f *Final, docx []byte, r *Receipt) error

	// DeleteReport removes a report that is not final, with its history. revision
	// is the one that it has in the store, or 0 for whichever that is.
	// ErrNotFound. ErrFinal. ErrStale: it has another revision. ErrInUse: it is
	// the previous one of another report.
	DeleteReport(ctx context.Context, id string, revision int64) error

	// Final gives what is kept of a final report.
	// ErrNotFound: there is no such report, or it is not final.
	Final(ctx context.Context, id string) (*Final, error)

	// History lists the entries of a report.
	// ErrNotFound: no such report. ErrInput: the cursor is not one of this list.
	History(ctx context.Context, id string, q HistoryQuery) (Page[Entry], error)

	// Receipt gives the answer kept under an actor's key. ErrNotFound.
	Receipt(ctx context.Context, actor, key string) (*Receipt, error)

	// InsertToken writes a token. ErrConflict: its id or hash is taken.
	InsertToken(ctx context.Context, t *Token) error

	// TokenByHash gives a token, revoked or not. ErrNotFound.
	TokenByHash(ctx context.Context, hash string) (*Token, error)

	// Tokens gives all tokens in the order of their creation, revoked ones too.
	Tokens(ctx context.Context) ([]Token, error)

	// TouchToken sets when a token was last used. ErrNotFound.
	TouchToken(ctx context.Context, id string, at time.Time) error

	// RevokeToken ends a token and its sessions; a second time changes nothing.
	// ErrNotFound.
	RevokeToken(ctx context.Context, id string, at time.Time) error

	// InsertSession writes a session and drops those that ended before it began.
	// ErrNotFound: no such token.
	InsertSession(ctx context.Context, s *Session) error

	// Session gives a session and its token, ended or not. ErrNotFound.
	Session(ctx context.Context, hash string) (*Session, *Token, error)

	// DeleteSession ends a session. It is no error if there is none.
	DeleteSession(ctx context.Context, hash string) error

	// Ready tells whether the database answers and has all migrations.
	Ready(ctx context.Context) error

	// Close lets the database go. No other method is called afterwards.
	Close() error
}
