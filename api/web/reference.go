package web

import (
	"cmp"

	"reportfill/api/reference"
)

// Reference is the view of the page "reference".
type Reference struct {
	*reference.Reference
	Problems []ProblemCode
}

// ProblemCode is a code of problem details.
type ProblemCode struct {
	Status int
	Code   string
	Title  string
}

// Compare orders by status, then by code.
func (p ProblemCode) Compare(q ProblemCode) int {
	return cmp.Or(cmp.Compare(p.Status, q.Status), cmp.Compare(p.Code, q.Code))
}
