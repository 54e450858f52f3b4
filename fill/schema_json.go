package fill

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// JSONSchema gives the JSON Schema 2020-12 of the payload {"values": {…}}, its
// texts in the language. It holds what can be said of one value at a time:
// whatever it refuses Check refuses too, but for numbers within rounding of a
// bound. Figures may be numbers, text with a number in it, or a number with its
// unit; x-unit, x-kind, x-owner and x-placeholders say more of a field.
func (t *Template) JSONSchema(l Language) ([]byte, error) {
	var properties jsonObject
	required := []string{}
	for i := range t.fields {
		f := &t.fields[i]
		properties.add(f.Name, t.fieldSchema(f, l))
		if !f.Optional && f.computed == nil {
			required = append(required, f.Name)
		}
	}
	schema := jsonObject{{"$schema", "https://json-schema.org/draft/2020-12/schema"}}
	if t.schema.Title != "" {
		schema.add("title", t.schema.Title)
	}
	schema.add("type", "object")
	schema.add("properties", jsonObject{{"values", jsonObject{
		{"type", "object"},
		{"properties", properties},
		{"required", required},
		{"additionalProperties", false},
	}}})
	schema.add("required", []string{"values"})
	schema.add("additionalProperties", false)
	return indented(schema)
}

// indented writes JSON for people to read, with <, > and & as they are.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// fieldSchema gives the schema of one field's value.
func (t *Template) fieldSchema(f *boundField, l Language) jsonObject {
	out := jsonObject{{"title", f.Title()}}
	if text := t.describe(f, l); text != "" {
		out.add("description", text)
	}
	for _, x := range []jsonMember{{"x-kind", string(f.Kind)}, {"x-unit", f.Unit}, {"x-owner", f.Owner}} {
		if x.value != "" {
			out = append(out, x)
		}
	}
	if len(f.Placeholders) > 0 {
		out.add("x-placeholders", f.Placeholders)
	}
	if f.Example != "" {
		out.add("examples", []Value{f.exampleValue()})
	}
	return append(out, f.typeSchema()...)
}

// describe gives the sentence of a field's first placeholder, and what a
// computed field is computed from.
func (t *Template) describe(f *boundField, l Language) string {
	var parts []string
	if len(f.Placeholders) > 0 {
		parts = append(parts, t.placeholders[f.Placeholders[0]-1].Sentence())
	}
	for _, c := range t.schema.Computed {
		if c.Field == f.Name {
			parts = append(parts, Text{
				fmt.Sprintf("可不填，由公式算出：%s", c.Is),
				fmt.Sprintf("May be left out: it is worked out as %s", c.Is),
			}.In(l))
		}
	}
	return strings.Join(parts, "\n")
}

// typeSchema gives the keywords that hold the value. Bounds on numbers do not
// touch text, and those on text no numbers.
func (f *boundField) typeSchema() jsonObject {
	switch {
	case !f.Kind.Numeric():
		return f.textSchema()
	case f.enumerated():
		return f.choiceSchema()
	}
	number := "number"
	if f.Kind != KindDecimal && f.Kind != KindPercent {
		number = "integer"
	}
	out := jsonObject{{"type", f.orNull(number, "string", "object")}}
	out = append(out, f.numberBounds()...)
	out.add("pattern", aNumber)
	return append(out, withUnit()...)
}

// aNumber is the pattern of text that can be a number: a digit is in it.
const aNumber = "[0-9０-９〇零一二两三四五六七八九十]"

// withUnit gives the keywords of {"value": …, "unit": …}.
func withUnit() jsonObject {
	return jsonObject{
		{"properties", jsonObject{
			{"value", jsonObject{{"type", []string{"number", "string"}}, {"pattern", aNumber}}},
			{"unit", jsonObject{{"type", "string"}}},
		}},
		{"required", []string{"value"}},
		{"additionalProperties", false},
	}
}

// orNull gives the types of a value, and null for an optional field.
func (f *boundField) orNull(types ...string) []string {
	if f.Optional || f.computed != nil {
		return append(types, "null")
	}
	return types
}
