package reference

import (
	"encoding/json"
	"strings"

	"go.yaml.in/yaml/v4"
)

// asJSON writes a YAML value as JSON, its members in their order and short lists
// on one line.
func asJSON(n *yaml.Node) string {
	var b strings.Builder
	writeJSON(&b, n, "")
	return b.String()
}

// maxLine is how long a value on one line may be, in bytes.
const maxLine = 100

func writeJSON(b *strings.Builder, n *yaml.Node, indent string) {
	if line := jsonLine(n); len(line) <= maxLine && indent != "" || n.Kind == yaml.ScalarNode || len(n.Content) == 0 {
		b.WriteString(line)
		return
	}
	open, end, step := "{", "}", 2
	if n.Kind == yaml.SequenceNode {
		open, end, step = "[", "]", 1
	}
	b.WriteString(open)
	inner := indent + "  "
	for i := 0; i < len(n.Content); i += step {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n" + inner)
		if step == 2 {
			b.WriteString(quoted(n.Content[i].Value) + ": ")
		}
		writeJSON(b, n.Content[i+step-1], inner)
	}
	b.WriteString("\n" + indent + end)
}

// jsonLine writes a value on one line.
func jsonLine(n *yaml.Node) string {
	var parts []string
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			parts = append(parts, quoted(n.Content[i].Value)+": "+jsonLine(n.Content[i+1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yaml.SequenceNode:
		for _, item := range n.Content {
			parts = append(parts, jsonLine(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if tag := n.ShortTag(); tag == "!!int" || tag == "!!float" || tag == "!!bool" || tag == "!!null" {
		return n.Value
	}
	return quoted(n.Value)
}

func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return strings.TrimSuffix(b.String(), "\n")
}
