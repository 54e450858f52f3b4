package fill

import (
	"cmp"
	"slices"

	"go.yaml.in/yaml/v4"
)

// named reads a map by name, or a list whose items have the name under a key,
// and calls f for each with its members. Known are the keys beside the name.
func (r *schemaReader) named(n *yaml.Node, all, one Text, key string, f func(name string, n *yaml.Node, known []string)) {
	if n.Kind != yaml.SequenceNode {
		r.each(n, all, func(name, value *yaml.Node) { f(name.Value, value, nil) })
		return
	}
	first := make(map[string]int, len(n.Content))
	for _, item := range n.Content {
		name := ""
		r.peek(item, key, func(value *yaml.Node) { name = r.text(value, key) })
		line, twice := first[name]
		switch {
		case name == "":
			r.fault(item, one.ZH+"缺少 "+key, one.EN+" lacks its "+key)
		case twice:
			r.twice(item, name, line)
		}
		first[name] = item.Line
		f(name, item, []string{key})
	}
}

// peek calls f for the member of a map under a key.
func (r *schemaReader) peek(n *yaml.Node, key string, f func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			f(n.Content[i+1])
			return
		}
	}
}

func (r *schemaReader) fields(n *yaml.Node) []Field {
	if null(n) {
		return nil
	}
	out := []Field{}
	r.named(n, theFields, aField, "name", func(name string, n *yaml.Node, known []string) {
		f := Field{Name: name, Kind: KindText}
		r.object(n, aField, slices.Concat(fieldKeys, known), func(key string, value *yaml.Node) {
			r.field(&f, key, value)
		})
		out = append(out, f)
	})
	return out
}

// field reads one member of a field.
func (r *schemaReader) field(f *Field, key string, value *yaml.Node) {
	switch key {
	case "label":
		f.Label = r.text(value, key)
	case "kind":
		f.Kind = cmp.Or(Kind(r.text(value, key)), KindText)
	case "unit":
		f.Unit = r.text(value, key)
	case "decimals":
		if !null(value) {
			i := r.integer(value, key)
			f.Decimals = &i
		}
	case "grouping":
		f.Grouping = r.boolean(value, key)
	case "numerals":
		f.Numerals = r.text(value, key)
	case "required":
		f.Optional = !r.boolean(value, key)
	case "optional":
		f.Optional = r.boolean(value, key)
	case "validate":
		f.Validate = r.text(value, key)
	case "owner":
		f.Owner = r.text(value, key)
	case "prior_of":
		f.PriorOf = r.text(value, key)
	case "example":
		f.Example = r.text(value, key)
	}
}

// computed reads the computed fields; "field: expression" is short for {is: expression}.
func (r *schemaReader) computed(n *yaml.Node) []Computed {
	var out []Computed
	r.named(n, theComputed, aComputed, "field", func(name string, n *yaml.Node, known []string) {
		c := Computed{Field: name}
		if n.Kind == yaml.ScalarNode {
			c.Is = r.text(n, name)
			out = append(out, c)
			return
		}
		r.object(n, aComputed, slices.Concat(computedKeys, known), func(key string, value *yaml.Node) {
			switch key {
			case "is":
				c.Is = r.text(value, key)
			case "decimals":
				c.Decimals = r.integer(value, key)
				r.ownDecimals[name] = true
			}
		})
		out = append(out, c)
	})
	return out
}

// borrowDecimals gives a computed field that says no decimals those of its field.
func (r *schemaReader) borrowDecimals(s Schema) {
	for i, c := range s.Computed {
		if r.ownDecimals[c.Field] {
			continue
		}
		at := slices.IndexFunc(s.Fields, func(f Field) bool { return f.Name == c.Field })
		if at >= 0 && s.Fields[at].Decimals != nil {
			s.Computed[i].Decimals = *s.Fields[at].Decimals
		}
	}
}
