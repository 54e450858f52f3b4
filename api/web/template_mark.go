package web

import (
	"regexp"

	"reportfill/fill"
)

// Mark is a placeholder as an author sees it.
type Mark struct {
	Number int
	Text   string // as it stands in the draft
	Label  string // of its field; empty where it has none
	State  string // named, suggested, doubtful, ignored: a class
	Before string // characters that stay on its line
	After  string
	Edit   bool // it can be chosen
}

// unnamed are the names that fields have until an author names them.
var unnamed = regexp.MustCompile(`^x[0-9]+$`)

// markState tells how far an author has come with a placeholder.
func markState(p fill.Placeholder, field string) string {
	switch {
	case field == fill.Ignored && p.Doubtful != "":
		return "doubtful"
	case field == fill.Ignored:
		return "ignored"
	case unnamed.MatchString(field):
		return "suggested"
	}
	return "named"
}

// draftReader puts marks into a sheet.
type draftReader struct {
	placeholders []fill.Placeholder
	names        []string // of the field of each
	labels       map[string]string
	edit         bool
}

func newDraftReader(t *fill.Template, edit bool) *draftReader {
	return &draftReader{placeholders: t.Placeholders(), names: t.Schema().Placeholders, labels: labelsByName(t.Fields()), edit: edit}
}

// input keeps the place of each placeholder, ignored ones included.
func (d *draftReader) input(number int) *Input { return &Input{Number: number} }

func (d *draftReader) mark(in *Input) Piece {
	p, name := d.placeholders[in.Number-1], d.names[in.Number-1]
	return Piece{Mark: &Mark{
		Number: p.Number, Text: p.Text, Label: d.labels[name], State: markState(p, name),
		Before: in.Before, After: in.After, Edit: d.edit,
	}}
}

func labelsByName(fields []fill.Field) map[string]string {
	labels := make(map[string]string, len(fields))
	for _, f := range fields {
		labels[f.Name] = f.Title()
	}
	return labels
}

// nameIn is a name in an expression.
var nameIn = regexp.MustCompile(`\p{L}[\p{L}\p{N}_]*`)

// inLabels is an expression with labels in the place of names.
func inLabels(expression string, labels map[string]string) string {
	return nameIn.ReplaceAllStringFunc(expression, func(name string) string {
		if label, ok := labels[name]; ok {
			return label
		}
		return name
	})
}
