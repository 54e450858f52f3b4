package web

import (
	"net/url"

	"reportfill/templates"
)

// Reports is the view of the page "reports".
type Reports struct {
	Text      string // searched in titles
	Status    templates.Status
	Template  string // id; empty: all
	Cursor    string // empty on the first page
	Templates []templates.Template
	Page      templates.Page[templates.Report]
}

// Statuses are those that the list can be filtered by.
func (Reports) Statuses() []templates.Status {
	return []templates.Status{templates.StatusDraft, templates.StatusComplete, templates.StatusFinal}
}

// Filtered tells whether the list leaves reports out.
func (v Reports) Filtered() bool { return v.Text != "" || v.Status != "" || v.Template != "" }

// NextPath leads to the next page with the same filter.
func (v Reports) NextPath() string { return v.pathOf(v.Page.Next) }

// FirstPath leads to the first page with the same filter.
func (v Reports) FirstPath() string { return v.pathOf("") }

func (v Reports) pathOf(cursor string) string {
	q := url.Values{}
	for name, value := range map[string]string{
		"q": v.Text, "status": string(v.Status), "template": v.Template, "cursor": cursor,
	} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return "/reports?" + q.Encode()
}

// TitleOf gives the title of a report's template, or its id where it is gone.
func (v Reports) TitleOf(r templates.Ref) string {
	for _, t := range v.Templates {
		if t.ID == r.ID {
			return t.Title
		}
	}
	return r.ID
}
