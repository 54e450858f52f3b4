package api

import "reportfill/templates"

// list is one page of a list, as it is answered.
type list[T any] struct {
	Items []T    `json:"items"`
	Total int    `json:"total"`          // on all pages
	Next  string `json:"next,omitempty"` // the cursor of the next page; missing on the last
}

// listOf answers a page, each item as the function writes it.
func listOf[T, U any](p templates.Page[T], write func(*T) U) list[U] {
	items := make([]U, len(p.Items))
	for i := range p.Items {
		items[i] = write(&p.Items[i])
	}
	return list[U]{Items: items, Total: p.Total, Next: p.Next}
}
