package fill

import (
	"encoding/json"
	"strconv"
	"strings"
)

// kindLimits are the bounds that the kinds of calendar and rank figures have of
// themselves.
var kindLimits = map[Kind][2]string{
	KindYear:  {"1000", "9999"},
	KindMonth: {"1", "12"},
	KindDay:   {"1", "31"},
	KindRank:  {"1", ""},
}

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

// tags gives the field's validate tags with their parameters, without those that
// offer alternatives, which no keyword can say.
func (f *boundField) tags() [][2]string {
	var out [][2]string
	for tag := range strings.SplitSeq(f.Validate, ",") {
		if name, parameter, _ := strings.Cut(strings.TrimSpace(tag), "="); !strings.Contains(tag, "|") {
			out = append(out, [2]string{name, parameter})
		}
	}
	return out
}

// numberBounds gives the bounds of a number, each keyword once: a tag's in
// place of the kind's own.
func (f *boundField) numberBounds() jsonObject {
	var out jsonObject
	limits := kindLimits[f.Kind]
	bounds := map[string]string{"minimum": limits[0], "maximum": limits[1]}
	for _, tag := range f.tags() {
		if keyword, ok := numberKeywords[tag[0]]; ok {
			bounds[keyword] = tag[1]
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
		if tag[0] == "oneof" || tag[0] == "eq" {
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
		if tag[0] != "oneof" && tag[0] != "eq" {
			continue
		}
		for _, number := range strings.Fields(tag[1]) {
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
		n, err := strconv.Atoi(tag[1])
		length, ok := lengthKeywords[tag[0]]
		switch {
		case ok && err == nil && n+length.more >= 0:
			out.set(length.keyword, n+length.more)
		case tag[0] == "len" && err == nil:
			out.set("minLength", n)
			out.set("maxLength", n)
		case tag[0] == "oneof":
			out.set("enum", f.textChoices(tag[1]))
		case tag[0] == "eq":
			out.set("enum", f.textChoices("'"+tag[1]+"'"))
		}
	}
	return out
}

// textChoices gives the words of a oneof tag, which parts them at blanks and
// keeps what is in single quotes together.
func (f *boundField) textChoices(parameter string) []any {
	var out []any
	for rest := strings.TrimSpace(parameter); rest != ""; rest = strings.TrimSpace(rest) {
		word, more, _ := strings.Cut(rest, " ")
		if quoted, after, ok := strings.Cut(rest[1:], "'"); rest[0] == '\'' && ok {
			word, more = quoted, after
		}
		out = append(out, word)
		rest = more
	}
	if f.Optional || f.computed != nil {
		out = append(out, nil)
	}
	return out
}
