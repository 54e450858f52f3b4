package reference

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// document is an OpenAPI 3.0 document.
type document struct {
	Info struct {
		Title       string `yaml:"title"`
		Description string `yaml:"description"`
	} `yaml:"info"`
	Tags []struct {
		Name        string `yaml:"name"`
		Description string `yaml:"description"`
	} `yaml:"tags"`
	Paths      ordered[pathItem] `yaml:"paths"`
	Components struct {
		Parameters    ordered[parameter] `yaml:"parameters"`
		RequestBodies ordered[body]      `yaml:"requestBodies"`
		Responses     ordered[body]      `yaml:"responses"`
		Headers       ordered[parameter] `yaml:"headers"`
		Schemas       ordered[schema]    `yaml:"schemas"`
	} `yaml:"components"`
}

// pathItem is a path: its parameters, and its operations by method.
type pathItem struct {
	Parameters []parameter
	Operations ordered[operation]
}

// UnmarshalYAML parts the methods from what stands beside them.
func (p *pathItem) UnmarshalYAML(n *yaml.Node) error {
	var all ordered[yaml.Node]
	if err := n.Decode(&all); err != nil {
		return err
	}
	for _, e := range all {
		if e.Key == "parameters" {
			if err := e.Value.Decode(&p.Parameters); err != nil {
				return err
			}
			continue
		}
		var op operation
		if err := e.Value.Decode(&op); err != nil {
			return err
		}
		p.Operations = append(p.Operations, entry[operation]{e.Key, op})
	}
	return nil
}

type operation struct {
	ID          string        `yaml:"operationId"`
	Tags        []string      `yaml:"tags"`
	Summary     string        `yaml:"summary"`
	Description string        `yaml:"description"`
	Roles       []string      `yaml:"x-roles"`
	Parameters  []parameter   `yaml:"parameters"`
	RequestBody *body         `yaml:"requestBody"`
	Responses   ordered[body] `yaml:"responses"`
}

// parameter is a parameter of a request, or a header of an answer.
type parameter struct {
	Ref         string    `yaml:"$ref"`
	Name        string    `yaml:"name"`
	In          string    `yaml:"in"`
	Required    bool      `yaml:"required"`
	Description string    `yaml:"description"`
	Schema      schema    `yaml:"schema"`
	Example     yaml.Node `yaml:"example"`
}

// body is what a request brings, or an answer holds.
type body struct {
	Ref         string             `yaml:"$ref"`
	Required    bool               `yaml:"required"`
	Description string             `yaml:"description"`
	Headers     ordered[parameter] `yaml:"headers"`
	Content     ordered[media]     `yaml:"content"`
}

type media struct {
	Schema   schema           `yaml:"schema"`
	Example  yaml.Node        `yaml:"example"`
	Examples ordered[example] `yaml:"examples"`
}

type example struct {
	Summary string    `yaml:"summary"`
	Value   yaml.Node `yaml:"value"`
}

type schema struct {
	Ref         string          `yaml:"$ref"`
	Type        string          `yaml:"type"`
	Format      string          `yaml:"format"`
	Description string          `yaml:"description"`
	Nullable    bool            `yaml:"nullable"`
	Enum        []string        `yaml:"enum"`
	Items       *schema         `yaml:"items"`
	Properties  ordered[schema] `yaml:"properties"`
	Required    []string        `yaml:"required"`
	AllOf       []schema        `yaml:"allOf"`
	OneOf       []schema        `yaml:"oneOf"`
	AnyOf       []schema        `yaml:"anyOf"`
	Default     yaml.Node       `yaml:"default"`
	Minimum     *int64          `yaml:"minimum"`
	Maximum     *int64          `yaml:"maximum"`
	MaxLength   *int64          `yaml:"maxLength"`
}

// ordered is a map in the order in which it is written.
type ordered[T any] []entry[T]

type entry[T any] struct {
	Key   string
	Value T
}

// UnmarshalYAML reads a map.
func (o *ordered[T]) UnmarshalYAML(n *yaml.Node) error {
	for i := 0; i+1 < len(n.Content); i += 2 {
		e := entry[T]{Key: n.Content[i].Value}
		if err := n.Content[i+1].Decode(&e.Value); err != nil {
			return err
		}
		*o = append(*o, e)
	}
	return nil
}

// named finds what a $ref, or the last step of one, names.
func (o ordered[T]) named(ref string) (T, bool) {
	name := ref[strings.LastIndexByte(ref, '/')+1:]
	for _, e := range o {
		if e.Key == name {
			return e.Value, true
		}
	}
	var none T
	return none, false
}
