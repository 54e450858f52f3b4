package web

import "reportfill/templates"

// ReportSheet is the view of the page "report_sheet": a report's form for Excel,
// down and up.
type ReportSheet struct {
	Report *templates.Report
}
