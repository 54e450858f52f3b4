package web

import "reportfill/templates"

// TemplateVersions is the view of the page "template_versions": all versions of a
// template, and how two of them differ.
type TemplateVersions struct {
	Template    *templates.Template // the later of the two
	Edit        bool                // whoever looks may change the template
	From, To    int                 // the versions that are compared; From is 0 where there is but one
	Versions    []templates.Template
	Differences []templates.Difference
}

// Latest is the latest version.
func (v TemplateVersions) Latest() int { return v.Versions[0].Version }

// Before is the version that follows in the list, the one before; 0 for the first.
func (v TemplateVersions) Before(version int) int {
	for i, t := range v.Versions[:len(v.Versions)-1] {
		if t.Version == version {
			return v.Versions[i+1].Version
		}
	}
	return 0
}
