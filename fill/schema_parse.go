package fill

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// The keys of a fields file. The outline is for its reader alone.
var (
	schemaKeys   = []string{"title", "marks", "fields", "placeholders", "computed", "checks", "outline"}
	fieldKeys    = []string{"label", "kind", "unit", "decimals", "grouping", "numerals", "required", "optional", "validate", "owner", "prior_of", "example", "placeholders"}
	computedKeys = []string{"is", "decimals"}
	checkKeys    = []string{"check", "severity", "message"}
)

// What a map of a fields file is called in messages.
var (
	aSchema         = Text{"字段文件", "the fields file"}
	theFields       = Text{"fields", "fields"}
	aField          = Text{"字段", "a field"}
	theComputed     = Text{"computed", "computed"}
	aComputed       = Text{"计算字段", "a computed field"}
	theChecks       = Text{"checks", "checks"}
	aCheck          = Text{"检查", "a check"}
	thePlaceholders = Text{"placeholders", "placeholders"}
)

// ParseSchema reads a fields file in YAML or JSON. Fields and computed fields
// may be maps by name or lists with a name in each item; their order is kept.
// A file without fields describes none: each name of its placeholders and
// computed fields becomes a field, decimal where an expression reads or gives
// it, text elsewhere. The error is SyntaxErrors: all the faults of its form;
// what its content means is for Compile to judge.
func ParseSchema(data []byte) (Schema, error) {
	root, fault := loadYAML(data)
	if fault != nil {
		return Schema{}, SyntaxErrors{fault}
	}
	r := &schemaReader{}
	s := r.schema(root)
	if len(r.faults) > 0 {
		slices.SortStableFunc(r.faults, func(a, b *SyntaxError) int {
			return slices.Compare([]int{a.Line, a.Column}, []int{b.Line, b.Column})
		})
		return Schema{}, r.faults
	}
	return s, nil
}

// schemaReader reads the parts of a fields file.
type schemaReader struct {
	nodeReader
	ownDecimals map[string]bool // computed fields that say their decimals
}

func (r *schemaReader) schema(n *yaml.Node) Schema {
	if n.Kind != yaml.MappingNode {
		r.fault(n, "字段文件须以 fields: 和 placeholders: 开始", "a fields file begins with fields: and placeholders:")
		return Schema{}
	}
	s := Schema{}
	r.ownDecimals = make(map[string]bool)
	r.object(n, aSchema, schemaKeys, func(key string, value *yaml.Node) {
		switch key {
		case "title":
			s.Title = r.text(value, key)
		case "marks":
			for _, item := range r.items(value, Text{key, key}) {
				s.Marks = append(s.Marks, r.text(item, key))
			}
		case "fields":
			s.Fields = r.fields(value)
		case "placeholders":
			s.Placeholders = r.placeholders(value)
		case "computed":
			s.Computed = r.computed(value)
		case "checks":
			s.Checks = r.checks(value)
		}
	})
	if s.Fields == nil {
		s.Fields = undescribed(s)
	}
	r.borrowDecimals(s)
	return s
}

// placeholders reads the names in reading order. "- -" in a list is a list with
// an empty item to YAML, and an ignored placeholder to us.
func (r *schemaReader) placeholders(n *yaml.Node) []string {
	var out []string
	for _, item := range r.items(n, thePlaceholders) {
		lone := item.Kind == yaml.SequenceNode && len(item.Content) == 1 && null(item.Content[0])
		if lone || null(item) {
			out = append(out, Ignored)
			continue
		}
		out = append(out, strings.TrimSpace(r.text(item, "placeholders")))
	}
	return out
}

func (r *schemaReader) checks(n *yaml.Node) []Check {
	var out []Check
	for _, item := range r.items(n, theChecks) {
		c := Check{Severity: SeverityError}
		r.object(item, aCheck, checkKeys, func(key string, value *yaml.Node) {
			text := r.text(value, key)
			switch key {
			case "check":
				c.Condition = text
			case "severity":
				c.Severity = cmp.Or(Severity(text), SeverityError)
			case "message":
				c.Message = text
			}
		})
		out = append(out, c)
	}
	return out
}
