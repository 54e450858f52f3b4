package web

import "reportfill/templates"

// Batch is the view of the page "batch": many reports of one template at once.
type Batch struct {
	Templates []templates.Template
	Store     bool // whoever looks may keep the reports
}
