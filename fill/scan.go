package fill

// Scan is all that a draft shows: its placeholders, their fields, and what the
// author should look at.
// Its JSON is what `reportfill scan --json` prints and POST /api/v1/scan answers.
type Scan struct {
	Title        string            `json:"title,omitempty"` // as Package.Title
	Placeholders []ScanPlaceholder `json:"placeholders"`
	Fields       []ScanField       `json:"fields"`
	Warnings     []ScanWarning     `json:"warnings"`
	Proposals    []ScanProposal    `json:"proposals"`
}

// ScanPlaceholder is a Placeholder with the field that fills it.
type ScanPlaceholder struct {
	Number    int    `json:"number"`
	Part      string `json:"part"`
	Text      string `json:"text"`
	Before    string `json:"before"`
	After     string `json:"after"`
	Doubtful  string `json:"doubtful"` // the rule's name; empty where certain
	Field     string `json:"field"`    // Ignored where doubtful
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"` // code points in the paragraph's text
	End       int    `json:"end"`
	Heading   string `json:"heading,omitempty"`
	Row       string `json:"row,omitempty"`
	Column    string `json:"column,omitempty"`
}

// ScanField is a suggested Field. Decimals is null where the digits print as given.
type ScanField struct {
	Name         string `json:"name"`
	Label        string `json:"label"`
	Kind         Kind   `json:"kind"`
	Unit         string `json:"unit"`
	Decimals     *int   `json:"decimals"`
	Validate     string `json:"validate,omitempty"` // validator tags
	Placeholders []int  `json:"placeholders"`
}

// ScanWarning is a Warning in one language.
type ScanWarning struct {
	Code    string `json:"code"`
	Part    string `json:"part"`
	Message string `json:"message"`
}

// ScanProposal is a Proposal in one language.
type ScanProposal struct {
	Kind       ProposalKind `json:"kind"`
	Field      string       `json:"field"`
	Expression string       `json:"expression,omitempty"`
	Decimals   int          `json:"decimals"`
	Same       []string     `json:"same,omitempty"`
	Certain    bool         `json:"certain"`
	Message    string       `json:"message"`
}

// NewScan surveys a package with the schema of its fields, DefaultSchema where
// nobody has described it, and with messages in the language. No list of it is
// nil, so that each is an array in JSON.
func NewScan(p *Package, schema Schema, l Language) Scan {
	ps, fields := p.Placeholders(), schema.fieldsInPlace()
	title, _ := p.Title() // Open has read the same bytes: what fails now leaves the title out
	return Scan{
		Title:        title,
		Placeholders: scanPlaceholders(ps, schema),
		Fields:       scanFields(fields),
		Warnings:     scanWarnings(append(p.unmarkedWarning(), p.Warnings()...), l),
		Proposals:    ScanProposals(Propose(ps, fields), l),
	}
}

func scanPlaceholders(ps []Placeholder, schema Schema) []ScanPlaceholder {
	out := make([]ScanPlaceholder, len(ps))
	for i, p := range ps {
		out[i] = ScanPlaceholder{
			Number: p.Number, Part: p.Part, Text: p.Text, Before: p.Before, After: p.After,
			Doubtful: p.Doubtful, Field: Ignored, Paragraph: p.Paragraph, Start: p.Start, End: p.End,
			Heading: p.Heading, Row: p.Row, Column: p.Column,
		}
		if i < len(schema.Placeholders) {
			out[i].Field = schema.Placeholders[i]
		}
	}
	return out
}

func scanFields(fields []Field) []ScanField {
	out := make([]ScanField, len(fields))
	for i, f := range fields {
		kind := f.Kind
		if kind == "" {
			kind = KindText
		}
		out[i] = ScanField{
			Name: f.Name, Label: f.Label, Kind: kind, Unit: f.Unit, Decimals: f.Decimals, Validate: f.Validate,
			Placeholders: append([]int{}, f.Placeholders...),
		}
	}
	return out
}

func scanWarnings(ws []Warning, l Language) []ScanWarning {
	out := make([]ScanWarning, len(ws))
	for i, w := range ws {
		out[i] = ScanWarning{Code: w.Code, Part: w.Part, Message: w.Text.In(l)}
	}
	return out
}

// ScanProposals writes proposals in the language; never nil.
func ScanProposals(ps []Proposal, l Language) []ScanProposal {
	out := make([]ScanProposal, len(ps))
	for i, p := range ps {
		out[i] = ScanProposal{
			Kind: p.Kind, Field: p.Field, Expression: p.Expression, Decimals: p.Decimals,
			Same: p.Same, Certain: p.Certain, Message: p.Reason.In(l),
		}
	}
	return out
}
