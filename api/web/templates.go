package web

import (
	"net/url"

	"reportfill/templates"
)

// Templates is the view of the page "templates".
type Templates struct {
	Text   string // searched in ids and titles
	Cursor string // empty on the first page
	Upload bool   // whoever looks may bring drafts
	Title  string // as given with a draft that was refused
	ID     string
	Fault  string // why a draft that was sent without a script was refused
	Faults []string
	Page   templates.Page[templates.Template]
}

// Filtered tells whether the list leaves templates out.
func (v Templates) Filtered() bool { return v.Text != "" }

// NextPath leads to the next page with the same filter.
func (v Templates) NextPath() string { return v.pathOf(v.Page.Next) }

// FirstPath leads to the first page with the same filter.
func (v Templates) FirstPath() string { return v.pathOf("") }

func (v Templates) pathOf(cursor string) string {
	q := url.Values{}
	if v.Text != "" {
		q.Set("q", v.Text)
	}
	if cursor != "" {
		q.Set("cursor", cursor)
	}
	return "/templates?" + q.Encode()
}
