package web

import (
	"strings"
	"unicode/utf8"

	"reportfill/fill"
	"reportfill/templates"
)

// Report is the view of the page "report".
type Report struct {
	Report   *templates.Report
	Template string // its title
	Previous string // title of last year's report; empty where none is compared
	Sheet    *Sheet
	Shown    any             // the report as the service answers with it, for the script
	Fields   map[string]Note // by field, for the script
	Decide   bool            // whoever looks may make it final, or delete it
}

// Final tells whether nothing changes any more.
func (r Report) Final() bool { return r.Report.Status == templates.StatusFinal }

// Note is what the page's script tells of a field.
type Note struct {
	Label    string `json:"label"`
	Unit     string `json:"unit,omitempty"`
	Owner    string `json:"owner,omitempty"`
	Previous string `json:"previous,omitempty"` // last year's figure
	Formula  string `json:"formula,omitempty"`  // of a computed field, in labels
	Demand   string `json:"demand,omitempty"`   // what its constraint asks for
	Optional bool   `json:"optional,omitempty"`
}

// LayOut makes the view of a report. texts are what a final one has in the place of
// each placeholder; nil while it is not final.
func LayOut(state *templates.State, texts []string, l fill.Language) (Report, error) {
	t := state.Template.Fill
	ps, err := t.Package().Paragraphs()
	if err != nil {
		return Report{}, err
	}
	d := newDesk(state)
	v := Report{Report: state.Report, Template: state.Template.Template.Title, Fields: d.notes(l)}
	v.Sheet = NewSheet(ps, d.input)
	v.Sheet.Apart = d.apart()
	if texts != nil {
		v.Sheet.settle(texts)
	}
	return v, nil
}

// desk knows of each field what its inputs show.
type desk struct {
	template     *fill.Template
	fields       []fill.Field
	of           map[int]int // placeholder number → index into fields
	placeholders []fill.Placeholder
	given        map[string]fill.Value
	previous     map[string]fill.Value
}

func newDesk(state *templates.State) *desk {
	t := state.Template.Fill
	d := &desk{
		template: t, fields: t.Fields(), placeholders: t.Placeholders(), of: make(map[int]int),
		given: byName(state.Report.Payload()), previous: byName(state.Previous),
	}
	for i, f := range d.fields {
		for _, n := range f.Placeholders {
			d.of[n] = i
		}
	}
	if len(state.Previous) > 0 {
		for name, v := range byName(t.Check(state.Previous).Computed) {
			if _, given := d.previous[name]; !given {
				d.previous[name] = v
			}
		}
	}
	return d
}

func byName(vs fill.Values) map[string]fill.Value {
	out := make(map[string]fill.Value, len(vs))
	for _, e := range vs {
		out[e.Name] = e.Value
	}
	return out
}

// input makes the input of a placeholder; nil where it is left as it is.
func (d *desk) input(number int) *Input {
	i, ok := d.of[number]
	if !ok {
		return nil
	}
	in := d.filled(newInput(d.fields[i], &d.placeholders[number-1]), d.fields[i])
	return &in
}

// apart makes the inputs of the fields that only expressions read.
func (d *desk) apart() []Input {
	var out []Input
	for _, f := range d.fields {
		if len(f.Placeholders) == 0 {
			out = append(out, d.filled(newInput(f, nil), f))
		}
	}
	return out
}

// mostOnLine is how many characters of a value an input shows on the narrowest window.
const mostOnLine = 16

func (d *desk) filled(in Input, f fill.Field) Input {
	if v, ok := d.given[f.Name]; ok {
		in.Value = d.display(v, f)
		in.Long = strings.ContainsAny(in.Value, "\r\n") || utf8.RuneCountInString(in.Value) > mostOnLine
	}
	if v, ok := d.previous[f.Name]; ok && f.Kind.Numeric() {
		in.Last = d.display(v, f)
	}
	in.Computed = d.template.Formula(f.Name) != ""
	return in
}

// display is a value as an input shows it: as it was given, but in the field's
// unit, which the sentence names.
func (d *desk) display(v fill.Value, f fill.Field) string {
	if v.Unit != "" && v.Unit != f.Unit {
		if r, ok := d.template.Read(f.Name, v); ok {
			return r.Value.Text
		}
	}
	return v.Text
}

func (d *desk) notes(l fill.Language) map[string]Note {
	out := make(map[string]Note, len(d.fields))
	for _, f := range d.fields {
		n := Note{
			Label: f.Title(), Unit: f.Unit, Owner: f.Owner, Optional: f.Optional,
			Formula: d.template.Formula(f.Name), Demand: d.template.Demand(f.Name).Text.In(l),
		}
		if v, ok := d.previous[f.Name]; ok {
			n.Previous = d.display(v, f)
		}
		out[f.Name] = n
	}
	return out
}
