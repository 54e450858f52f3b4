package fill

import (
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// pathStep is one step of a fault's path: a name or an index.
var pathStep = regexp.MustCompile(`^\.?(?:\[(\d+)\]|([^.\[]+))`)

// LocateFault finds the place of a fault's path in the fields file that its
// schema was read from: line and column from 1, in characters. Where the file
// lacks the last steps of the path, it is the place of what is there; 1, 1 for
// data that ParseSchema refuses.
func LocateFault(data []byte, path string) (line, column int) {
	root, fault := loadYAML(data)
	if fault != nil {
		return 1, 1
	}
	place, node := root, root
	for path != "" && node != nil {
		step := pathStep.FindStringSubmatch(path)
		if step == nil {
			break
		}
		path = path[len(step[0]):]
		var key *yaml.Node
		if key, node = descend(node, step[1], step[2]); node == nil {
			break
		}
		place = node
		if key != nil && node.Kind != yaml.ScalarNode {
			place = key
		}
	}
	return place.Line, place.Column
}

// descend gives the member of a map or list by index or by name, and its key.
// The items of a list go by the name that they hold.
func descend(n *yaml.Node, index, name string) (key, value *yaml.Node) {
	at, err := strconv.Atoi(index)
	switch {
	case n.Kind == yaml.MappingNode && err == nil && 2*at+1 < len(n.Content):
		return n.Content[2*at], n.Content[2*at+1]
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == name {
				return n.Content[i], n.Content[i+1]
			}
		}
	case n.Kind == yaml.SequenceNode && err == nil && at < len(n.Content):
		return nil, n.Content[at]
	case n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			if hasName(item, name) {
				return nil, item
			}
		}
	}
	return nil, nil
}

// hasName tells whether an item of a list is the one of that name.
func hasName(item *yaml.Node, name string) bool {
	if item.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(item.Content); i += 2 {
		if key := item.Content[i].Value; key == "name" || key == "field" {
			return item.Content[i+1].Value == name
		}
	}
	return false
}
