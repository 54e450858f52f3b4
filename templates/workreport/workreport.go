// Package workreport is the built-in template: the annual work report of a
// municipal finance bureau, with 120 placeholders.
//
// The draft, workreport.docx, is made from report.txt by go generate;
// workreport.fields.yaml names its fields, with an example value of each, and
// the computed fields and checks. The examples are one payload that passes.
package workreport

import (
	"bytes"
	_ "embed"
)

//go:generate go run ./mkreport report.txt workreport.docx

// ID is the id under which the template is stored.
const ID = "workreport"

//go:embed workreport.docx
var docx []byte

//go:embed workreport.fields.yaml
var fields []byte

// Docx returns a copy of the draft.
func Docx() []byte { return bytes.Clone(docx) }

// Fields returns a copy of the fields file, in YAML.
func Fields() []byte { return bytes.Clone(fields) }
