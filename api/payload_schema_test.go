package api

import (
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// servedSchema is the schema of the built-in report for a validator that knows
// nothing of us.
func servedSchema(t *testing.T, s *service) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(s.do(t, request("GET", "/api/v1/templates/workreport/schema", "")).Body)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("payload.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("payload.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestServedSchema holds that the schema accepts the example that is served with
// it and refuses every fault that one value shows.
func TestServedSchema(t *testing.T) {
	s := newService(t).withWorkreport(t)
	schema := servedSchema(t, s)
	example, err := jsonschema.UnmarshalJSON(s.do(t, request("GET", "/api/v1/templates/workreport/example", "")).Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(example); err != nil {
		t.Errorf("the example is refused: %v", err)
	}
	values := example.(map[string]any)["values"].(map[string]any)
	for name, fault := range map[string]struct {
		field string
		value any // nil: left out
	}{
		"missing":                    {"city", nil},
		"unknown name":               {"revenu", 12},
		"wrong kind":                 {"revenue_rank", "很前"},
		"against its constraint":     {"revenue_decline", 101},
		"a sign the words say":       {"revenue_decline", -3.2},
		"a month that there is not":  {"reference_month", 13},
		"a fraction where one whole": {"ppp_projects", 1.5},
	} {
		t.Run(name, func(t *testing.T) {
			was, had := values[fault.field]
			if values[fault.field] = fault.value; fault.value == nil {
				delete(values, fault.field)
			}
			if schema.Validate(example) == nil {
				t.Error("the schema accepts it")
			}
			if values[fault.field] = was; !had {
				delete(values, fault.field)
			}
		})
	}
	if err := schema.Validate(example); err != nil {
		t.Errorf("the example is refused in the end: %v", err)
	}
}
