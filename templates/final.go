package templates

// Final is what is kept of a report that was made final. It never changes.
type Final struct {
	Report   string   // its id
	SHA256   string   // of the document: the key of its bytes in the Store
	Size     int64    // bytes of the document
	Manifest Manifest //
}

// Manifest tells what went into a final document and what came out, so that
// anybody who has draft and document can prove that nothing else changed.
type Manifest struct {
	Report         string     `json:"report"`
	Title          string     `json:"title"`
	Template       Ref        `json:"template"`
	TemplateSHA256 string     `json:"template_sha256"` // of the draft's bytes
	Payload        string     `json:"payload"`         // JSON, its bytes as they were hashed
	PayloadSHA256  string     `json:"payload_sha256"`
	OutputSHA256   string     `json:"output_sha256"` // of the document's bytes
	Finalized      Source     `json:"finalized"`
	Placeholders   []Replaced `json:"placeholders"` // in reading order, those left alone included
}

// Replaced is one placeholder of a final document.
type Replaced struct {
	Number int     `json:"number"`
	Part   string  `json:"part"`
	Field  string  `json:"field,omitempty"` // empty: left as it is
	Old    string  `json:"old"`
	New    string  `json:"new"`
	Source *Source `json:"source,omitempty"` // nil for computed fields and for those left as they are
}

// Document is a .docx that a report gives.
type Document struct {
	Name   string // a file name from the title, with .docx
	Bytes  []byte
	SHA256 string
	Report *Report // at the revision that the document was made from
}
