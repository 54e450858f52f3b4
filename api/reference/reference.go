package reference

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"reportfill/fill"
)

// Reference is the document as a page shows it, in one language.
type Reference struct {
	Intro   []Prose // paragraphs
	Groups  []Group
	Schemas []Schema
}

// Group is the operations under one tag.
type Group struct {
	Name       string
	Title      Prose // the name in the reader's language
	Text       Prose
	Operations []Operation
}

// Operation is one method of one path.
type Operation struct {
	ID, Method, Path string
	Summary          Prose
	Text             []Prose
	Roles            []string // none: nobody needs a token
	Parameters       []Row
	Bodies           []Content // what a request may bring, by media type
	BodyText         Prose
	Answers          []Answer
}

// Answer is what comes back under one status.
type Answer struct {
	Status   string // empty for any other
	Text     Prose
	Headers  []Row
	Contents []Content
}

// Content is a body in one media type.
type Content struct {
	Media    string
	Type     Type
	Rows     []Row // members, where the schema has no name of its own
	Examples []Example
}

// Example is a body that passes.
type Example struct{ Name, JSON string }

// Schema is a named schema.
type Schema struct {
	Name string
	Type Type
	Text Prose
	Rows []Row
}

// Row is a parameter, a header or a member.
type Row struct {
	Name     string
	In       string // path, query or header; empty for a member
	Required bool
	Type     Type
	Text     Prose
	Example  string
}

// reader makes a Reference of a document.
type reader struct {
	document
	chinese map[string]string // by the English text; nil for English
	missed  func(text string) // hears of texts that are not in Chinese; may be nil
}

// Read reads an OpenAPI document. chinese are its texts in Chinese, a YAML map by
// the English text; a text that it lacks stays English.
func Read(openapi, chinese []byte, l fill.Language) (*Reference, error) {
	return (&reader{}).read(openapi, chinese, l)
}

func (r *reader) read(openapi, chinese []byte, l fill.Language) (*Reference, error) {
	if err := yaml.Unmarshal(openapi, &r.document); err != nil {
		return nil, fmt.Errorf("the OpenAPI document: %w", err)
	}
	if l == fill.Chinese {
		if err := yaml.Unmarshal(chinese, &r.chinese); err != nil {
			return nil, fmt.Errorf("its Chinese texts: %w", err)
		}
	}
	out := &Reference{Intro: r.paragraphs(r.Info.Description)}
	for _, tag := range r.Tags {
		out.Groups = append(out.Groups, Group{Name: tag.Name, Title: r.prose(tag.Name), Text: r.prose(tag.Description), Operations: r.operations(tag.Name)})
	}
	for _, e := range r.Components.Schemas {
		s := e.Value
		out.Schemas = append(out.Schemas, Schema{Name: e.Key, Type: r.typeOf(s), Text: r.prose(s.Description), Rows: r.rows(s)})
	}
	return out, nil
}

func (r *reader) operations(tag string) []Operation {
	var out []Operation
	for _, path := range r.Paths {
		for _, op := range path.Value.Operations {
			if slices.Contains(op.Value.Tags, tag) {
				out = append(out, r.operation(path.Key, op.Key, path.Value.Parameters, op.Value))
			}
		}
	}
	return out
}

func (r *reader) operation(path, method string, shared []parameter, op operation) Operation {
	out := Operation{
		ID: op.ID, Method: strings.ToUpper(method), Path: path, Roles: op.Roles,
		Summary: r.prose(op.Summary), Text: r.paragraphs(op.Description),
	}
	for _, p := range slices.Concat(shared, op.Parameters) {
		out.Parameters = append(out.Parameters, r.parameter(p))
	}
	if op.RequestBody != nil {
		b := r.body(*op.RequestBody, r.Components.RequestBodies)
		out.Bodies, out.BodyText = r.contents(b), r.prose(b.Description)
	}
	for _, e := range op.Responses {
		b := r.body(e.Value, r.Components.Responses)
		answer := Answer{Status: e.Key, Text: r.prose(b.Description), Contents: r.contents(b)}
		if e.Key == "default" {
			answer.Status = ""
		}
		for _, h := range b.Headers {
			row := r.parameter(h.Value)
			row.Name, row.In = h.Key, ""
			answer.Headers = append(answer.Headers, row)
		}
		out.Answers = append(out.Answers, answer)
	}
	return out
}

// body follows a reference to a component.
func (r *reader) body(b body, components ordered[body]) body {
	if named, ok := components.named(b.Ref); ok && b.Ref != "" {
		return named
	}
	return b
}

func (r *reader) parameter(p parameter) Row {
	for _, components := range []ordered[parameter]{r.Components.Parameters, r.Components.Headers} {
		if named, ok := components.named(p.Ref); ok && p.Ref != "" {
			p = named
		}
	}
	text := p.Description
	if text == "" {
		text = p.Schema.Description
	}
	return Row{Name: p.Name, In: p.In, Required: p.Required, Type: r.typeOf(p.Schema), Text: r.prose(text), Example: p.Example.Value}
}

func (r *reader) contents(b body) []Content {
	var out []Content
	for _, e := range b.Content {
		c := Content{Media: e.Key, Type: r.typeOf(e.Value.Schema)}
		if c.Type.Link == "" {
			c.Rows = r.rows(e.Value.Schema)
		}
		if e.Value.Example.Kind != 0 {
			c.Examples = append(c.Examples, Example{JSON: asJSON(&e.Value.Example)})
		}
		for _, x := range e.Value.Examples {
			c.Examples = append(c.Examples, Example{Name: x.Key, JSON: asJSON(&x.Value.Value)})
		}
		out = append(out, c)
	}
	return out
}
