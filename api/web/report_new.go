package web

import "reportfill/templates"

// NewReport is the view of the page "report_new".
type NewReport struct {
	Template  string // id, as chosen
	Title     string
	Previous  string // id of last year's report
	Fault     string // why it could not be made
	Faults    []string
	Templates []templates.Template
	Reports   []templates.Report // to choose last year's from
}
