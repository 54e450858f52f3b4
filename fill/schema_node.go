package fill

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// nodeReader reads the nodes of a fields file and gathers every fault.
type nodeReader struct{ faults SyntaxErrors }

// maxFaults bounds the faults that are told of one file.
const maxFaults = 100

func (r *nodeReader) fault(n *yaml.Node, zh, en string) {
	if len(r.faults) < maxFaults {
		r.faults = append(r.faults, &SyntaxError{n.Line, n.Column, Text{zh, en}})
	}
}

// null tells whether a value is left empty.
func null(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// plain tells whether the node stands for itself; an alias is a fault.
func (r *nodeReader) plain(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		r.fault(n, "字段文件不用锚点（&）和引用（*）；请写出内容，以 * 或 & 开头的文字请加引号",
			"a fields file has no anchors (&) and aliases (*); write the content out, and quote text that begins with * or &")
		return false
	}
	return true
}

// each calls f for the members of a map, in order. A name given twice is a fault.
func (r *nodeReader) each(n *yaml.Node, what Text, f func(key, value *yaml.Node)) {
	if null(n) || !r.plain(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fault(n, what.ZH+"须为“名称: 值”的形式", what.EN+" must be a map of names to values")
		return
	}
	first := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || !r.plain(key) {
			r.fault(key, "此处应为名称", "a name belongs here")
			continue
		}
		if line, ok := first[key.Value]; ok {
			r.twice(key, key.Value, line)
			continue
		}
		first[key.Value] = key.Line
		f(key, value)
	}
}

// twice is the fault of a name that stands in an earlier line already.
func (r *nodeReader) twice(n *yaml.Node, name string, line int) {
	r.fault(n, fmt.Sprintf("%s 已在第 %d 行给出；请只留一个", name, line),
		fmt.Sprintf("%s stands in line %d already; keep one", name, line))
}

// object reads a map of known names; a name that it does not know is a fault.
func (r *nodeReader) object(n *yaml.Node, what Text, known []string, f func(key string, value *yaml.Node)) {
	r.each(n, what, func(key, value *yaml.Node) {
		for _, k := range known {
			if k == key.Value {
				f(k, value)
				return
			}
		}
		remedy := orNearest(key.Value, known)
		if remedy.EN == "" {
			remedy = Text{"；可用 " + strings.Join(known, "、"), "; it knows " + strings.Join(known, ", ")}
		}
		r.fault(key, fmt.Sprintf("%s没有 %s 这一项%s", what.ZH, key.Value, remedy.ZH),
			fmt.Sprintf("%s has no %s%s", what.EN, key.Value, remedy.EN))
	})
}

// items gives the items of a list.
func (r *nodeReader) items(n *yaml.Node, what Text) []*yaml.Node {
	if null(n) || !r.plain(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fault(n, what.ZH+"须为列表", what.EN+" must be a list")
		return nil
	}
	return n.Content
}

// text gives the characters of a scalar as they are written: 12.30 keeps its digits.
func (r *nodeReader) text(n *yaml.Node, what string) string {
	if !r.plain(n) || null(n) {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.fault(n, what+" 须为文字", what+" must be text")
		return ""
	}
	return n.Value
}

func (r *nodeReader) integer(n *yaml.Node, what string) int {
	text := r.text(n, what)
	i, err := strconv.Atoi(text)
	if n.Kind == yaml.ScalarNode && err != nil {
		r.fault(n, fmt.Sprintf("%s 须为整数，如 2", what), fmt.Sprintf("%s must be a whole number such as 2", what))
	}
	return i
}

func (r *nodeReader) boolean(n *yaml.Node, what string) bool {
	text := r.text(n, what)
	switch strings.ToLower(text) {
	case "true", "yes", "on":
		return true
	case "false", "no", "off":
		return false
	}
	if n.Kind == yaml.ScalarNode {
		r.fault(n, what+" 须为 true 或 false", what+" must be true or false")
	}
	return false
}
