// Package api is the HTTP face of reportfill: scanning drafts, keeping
// templates, checking and filling values, collecting reports.
//
// New gives one http.Handler. What it serves stands in routes.go, method, path,
// roles and handler a line each; openapi.yaml describes the same. A handler
// returns its error, and problem.go alone turns errors into statuses and
// problem details (RFC 9457), in Chinese or English by Accept-Language.
package api
