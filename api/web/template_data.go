package web

import (
	"reportfill/fill"
	"reportfill/templates"
)

// TemplateData is what the page's script works on.
type TemplateData struct {
	ID           string              `json:"id"`
	Version      int                 `json:"version"`
	SHA256       string              `json:"sha256"`
	Schema       fill.Schema         `json:"schema"`
	Placeholders []PlaceholderData   `json:"placeholders"`
	Proposals    []fill.ScanProposal `json:"proposals"` // that nobody has taken up
}

// PlaceholderData is a placeholder for the script. Its place in the list is its
// number.
type PlaceholderData struct {
	Text     string `json:"text"`
	Before   string `json:"before"` // the end of what stands before it in its sentence
	After    string `json:"after"`
	Doubtful string `json:"doubtful,omitempty"` // why it is left alone, in words
	Name     string `json:"name,omitempty"`     // the field that {{name}} names

	// What the sentence suggests for a field of its own.
	Label    string    `json:"label,omitempty"`
	Kind     fill.Kind `json:"kind,omitempty"`
	Unit     string    `json:"unit,omitempty"`
	Decimals *int      `json:"decimals,omitempty"`
}

func newTemplateData(c *templates.Compiled, l fill.Language) TemplateData {
	return TemplateData{
		ID: c.Template.ID, Version: c.Template.Version, SHA256: c.Template.SHA256, Schema: c.Template.Schema,
		Placeholders: placeholderData(c.Fill, l), Proposals: fill.ScanProposals(c.Fill.Proposals(), l),
	}
}

// sentenceContext is how much of the sentence is shown on each side, in characters.
const sentenceContext = 60

func placeholderData(t *fill.Template, l fill.Language) []PlaceholderData {
	ps := t.Placeholders()
	out := make([]PlaceholderData, len(ps))
	for i, p := range ps {
		out[i] = PlaceholderData{
			Text: p.Text, Before: lastOf(p.Before, sentenceContext), After: firstOf(p.After, sentenceContext),
			Doubtful: fill.RuleText(p.Doubtful).In(l), Name: p.Name,
		}
	}
	suggested := fill.DoubtfulSchema(t.Package())
	fields := make(map[string]fill.Field, len(suggested.Fields))
	for _, f := range suggested.Fields {
		fields[f.Name] = f
	}
	for i, name := range suggested.Placeholders {
		f := fields[name]
		out[i].Label, out[i].Kind, out[i].Unit, out[i].Decimals = f.Label, f.Kind, f.Unit, f.Decimals
	}
	return out
}
