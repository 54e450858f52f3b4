package templates

import (
	"time"

	"reportfill/fill"
)

// Template is one version of a template. It never changes.
type Template struct {
	ID        string      `json:"id"`
	Version   int         `json:"version"` // from 1; a number is given once, even after the template was deleted
	Title     string      `json:"title"`
	Schema    fill.Schema `json:"schema"` // zero in lists
	SHA256    string      `json:"sha256"` // of the draft, in lower-case hexadecimal: the key of its bytes in the Store
	Size      int64       `json:"size"`   // bytes of the draft
	CreatedAt time.Time   `json:"created_at"`
	CreatedBy Source      `json:"created_by"`
}

// Ref names the version.
func (t *Template) Ref() Ref { return Ref{ID: t.ID, Version: t.Version} }

// Compiled is a version that is ready to check and to fill. It is shared: it
// must not be changed, and is safe for concurrent use.
type Compiled struct {
	Template Template
	Fill     *fill.Template

	size     int64                 // estimated bytes in memory
	fields   map[string]fill.Field // by name
	computed map[string]bool       // the names of computed fields
}

// Draft is what an author hands in for a template or for a new version of one.
type Draft struct {
	ID     string       // empty: made from the title; not used for a new version
	Title  string       // empty: the schema's, else that of the version before; of a new template, the draft's own, else File
	File   string       // name of the draft's file without its extension; empty where it has none
	Docx   []byte       // nil in a new version keeps the draft
	Schema *fill.Schema // nil: suggested from the sentences; in a new version, carried over by the sentences
}
