package fill

import (
	"encoding/json"
	"strconv"
	"strings"
)

// numberKeywords are the keywords of JSON Schema for the tags over numbers.
var numberKeywords = map[string]string{
	"gte": "minimum", "min": "minimum", "gt": "exclusiveMinimum",
	"lte": "maximum", "max": "maximum", "lt": "exclusiveMaximum",
}

// lengthKeywords are the keywords for the tags over text, and what is added to
// their parameter.
var lengthKeywords = map[string]struct {
	keyword string
	more    int
}{
	"gte": {"minLength", 0}, "min": {"minLength", 0}, "gt": {"minLength", 1},
	"lte": {"maxLength", 0}, "max": {"maxLength", 0}, "lt": {"maxLength", -1},
}

// numberBounds gives the bounds of a number, each keyword once: a tag's in
// place of the kind's own.
func (f *boundField) numberBounds() jsonObject {
	var out jsonObject
	bounds := map[string]string{}
	if k, ok := kindBounds[f.Kind]; ok {
		bounds["minimum"], bounds["maximum"] = k.least(), k.most()
	}
	for _, tag := range f.tags() {
		if keyword, ok := numberKeywords[tag.name]; ok {
			bounds[keyword] = tag.parameter
		}
	}
	for _, keyword := range []string{"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"} {
		if bound := bounds[keyword]; bound != "" && json.Valid([]byte(bound)) {
			out.add(keyword, json.Number(bound))
		}
	}
	return out
}

// enumerated tells whether the tags list the numbers that are allowed.
func (f *boundField) enumerated() bool {
	for _, tag := range f.tags() {
		if tag.name == "oneof" || tag.name == "eq" {
			return true
		}
	}
	return false
}

// choiceSchema gives the schema of a figure that is one of a list. Text and a
// figure with a unit can say each of them in many ways, which are left to Check.
func (f *boundField) choiceSchema() jsonObject {
	var choices []any
	for _, tag := range f.tags() {
		if tag.name != "oneof" && tag.name != "eq" {
			continue
		}
		for _, number := range strings.Fields(tag.parameter) {
			if json.Valid([]byte(number)) {
				choices = append(choices, json.Number(number))
			}
		}
	}
	if f.Optional || f.computed != nil {
		choices = append(choices, nil)
	}
	text := append(jsonObject{{"type", []string{"string", "object"}}, {"pattern", aNumber}}, withUnit()...)
	return jsonObject{{"anyOf", []any{jsonObject{{"enum", choices}}, text}}}
}

// textSchema gives the schema of text, or of a date.
func (f *boundField) textSchema() jsonObject {
	if f.Kind == KindDate {
		return jsonObject{{"type", f.orNull("string")}, {"pattern", aNumber}}
	}
	out := jsonObject{{"type", f.orNull("string", "number")}}
	for _, tag := range f.tags() {
		n, err := strconv.Atoi(tag.parameter)
		length, ok := lengthKeywords[tag.name]
		switch {
		case ok && err == nil && n+length.more >= 0:
			out.set(length.keyword, n+length.more)
		case tag.name == "len" && err == nil:
			out.set("minLength", n)
			out.set("maxLength", n)
		case tag.name == "oneof":
			out.set("enum", f.textChoices(splitList(tag.parameter)))
		case tag.name == "eq":
			out.set("enum", f.textChoices([]string{tag.parameter}))
		}
	}
	return out
}

// textChoices gives the only texts that there are, and null for an optional field.
func (f *boundField) textChoices(texts []string) []any {
	out := make([]any, len(texts), len(texts)+1)
	for i, text := range texts {
		out[i] = text
	}
	if f.Optional || f.computed != nil {
		out = append(out, nil)
	}
	return out
}
