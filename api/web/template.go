package web

import (
	"cmp"

	"reportfill/fill"
	"reportfill/templates"
)

// Template is the view of the page "template": a version of a template, for its
// author to change, or to be read.
type Template struct {
	Template *templates.Template
	Latest   int  // the latest version
	Edit     bool // whoever looks may change it, and it is the latest
	Report   bool // whoever looks may begin a report from it
	Sheet    *Sheet
	Fields   []FieldRow
	Computed []Formula
	Checks   []Formula
	Data     TemplateData // for the script; of use where Edit is set
	Integration
}

// Old tells whether there is a later version.
func (v Template) Old() bool { return v.Template.Version != v.Latest }

// FieldRow is a field in the table of them.
type FieldRow struct {
	fill.Field
	Digits int // decimals printed; 0 where there are none, or as many as are given
}

func fieldRows(fields []fill.Field) []FieldRow {
	out := make([]FieldRow, len(fields))
	for i, f := range fields {
		out[i].Field = f
		if f.Decimals != nil {
			out[i].Digits = *f.Decimals
		}
	}
	return out
}

// Formula is a computed field, or a check, for its reader.
type Formula struct {
	Title    string // of the field; the message of a check
	Source   string
	Labels   string // the source with labels in the place of names
	Severity fill.Severity
}

// Integration is what an office system needs to send values.
type Integration struct {
	Example string // a payload that passes, as JSON
	Schema  string // the JSON Schema of the payload; empty where it is too long for a page
	Curl    string // commands that take the example and fill it in
}

// LayOutTemplate makes the view of a version, in the language of whoever reads it.
// What it takes from the request is for the caller to set.
func LayOutTemplate(c *templates.Compiled, l fill.Language, edit bool) (Template, error) {
	t := c.Fill
	ps, err := t.Package().Paragraphs()
	if err != nil {
		return Template{}, err
	}
	v := Template{Template: &c.Template, Edit: edit, Fields: fieldRows(t.Fields())}
	d := newDraftReader(t, edit)
	v.Sheet = NewSheet(ps, d.input)
	v.Sheet.replace(d.mark)
	labels := labelsByName(t.Fields())
	for _, e := range c.Template.Schema.Computed {
		v.Computed = append(v.Computed, Formula{Title: labels[e.Field], Source: e.Field + " = " + e.Is, Labels: t.Formula(e.Field)})
	}
	for _, e := range c.Template.Schema.Checks {
		v.Checks = append(v.Checks, Formula{Title: e.Message, Source: e.Condition, Labels: inLabels(e.Condition, labels), Severity: cmp.Or(e.Severity, fill.SeverityError)})
	}
	if edit {
		v.Data = newTemplateData(c, l)
	}
	return v, nil
}
