package web

import (
	"slices"

	"reportfill/fill"
	"reportfill/templates"
)

// Frame is what stands around every page.
type Frame struct {
	Language fill.Language
	Name     string          // of the page: its template, script and texts
	Actor    templates.Actor // the zero value: nobody is signed in
	Open     bool            // nobody signs in or out
}

// Lang is the page's language as HTML names it (BCP 47).
func (f Frame) Lang() string {
	if f.Language == fill.English {
		return "en"
	}
	return "zh-CN"
}

// Signed tells whether somebody is there to whom the navigation is of use.
func (f Frame) Signed() bool { return f.Actor.Role != "" }

// Place is one entry of the navigation.
type Place struct {
	Path  string
	Text  string // key of its text
	Here  bool   // the page is in it
	pages []string
	roles []templates.Role // nil: everybody
}

// places is the navigation, in its order: the first that a role has is its start page.
var places = []Place{
	{Path: "/reports", Text: "frame.reports", pages: []string{"reports", "report", "report_new", "report_sheet"},
		roles: []templates.Role{templates.RoleClerk, templates.RoleSystem, templates.RoleAdmin}},
	{Path: "/templates", Text: "frame.templates", pages: []string{"templates", "template", "template_versions"}},
	{Path: "/batch", Text: "frame.batch", pages: []string{"batch"}},
	{Path: "/reference", Text: "frame.reference", pages: []string{"reference"}},
}

// Places gives the navigation of whoever is signed in.
func (f Frame) Places() []Place {
	var out []Place
	for _, p := range places {
		if f.Signed() && (p.roles == nil || slices.Contains(p.roles, f.Actor.Role)) {
			p.Here = slices.Contains(p.pages, f.Name)
			out = append(out, p)
		}
	}
	return out
}
