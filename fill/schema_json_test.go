package fill

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// payloadValidator compiles a template's JSON Schema with a validator that knows
// nothing of us.
func payloadValidator(t testing.TB, tpl *Template) func(payload string) error {
	t.Helper()
	text, err := tpl.JSONSchema(English)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
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
	return func(payload string) error {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(payload))
		if err != nil {
			t.Fatalf("%s: %v", payload, err)
		}
		return schema.Validate(v)
	}
}

func TestJSONSchemaOfBuiltIn(t *testing.T) {
	p, s := builtIn(t)
	tpl, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	validate := payloadValidator(t, tpl)
	example, err := json.Marshal(tpl.Example())
	if err != nil {
		t.Fatal(err)
	}
	if err := validate(`{"values": ` + string(example) + `}`); err != nil {
		t.Errorf("the example is refused: %v", err)
	}
}

// What the schema refuses Check refuses, and the other way round where one
// value by itself is at fault.
func TestJSONSchemaAgreesWithCheck(t *testing.T) {
	tpl := compiledFrom(t, `
fields:
  share: {kind: percent, decimals: 1, unit: "%", validate: "gte=0,lte=100"}
  fund:  {kind: decimal, decimals: 2, unit: 亿元, validate: gt=0}
  month: {kind: month}
  grade: {kind: integer, validate: oneof=1 2 3}
  kind:  {kind: text, validate: oneof='重 大' 一般}
  mark:  {kind: text, validate: "eq=it's"}
  list:  {kind: text, validate: "oneof=a0x2Cb c"}
  place: {kind: rank}
  note:  {kind: text, required: false, validate: max=4}
  total: {kind: decimal, decimals: 2}
placeholders: [share, fund, month, grade, kind, mark, list, place, note, total]
computed: {total: {is: fund * 2, decimals: 2}}
`)
	validate := payloadValidator(t, tpl)
	const good = `"share": 12.5, "fund": 3, "month": 6, "grade": 2, "kind": "重 大", "mark": "it's", "list": "a,b", "place": 3`
	tests := []struct {
		name, from, to string
		ok             bool
	}{
		{"as it is", "", "", true},
		{"a number as text", "12.5", `"12.5"`, true},
		{"a number with its unit as text", "12.5", `"12.5%"`, true},
		{"a unit", `"fund": 3`, `"fund": {"value": 300, "unit": "万元"}`, true},
		{"whole with zeros", `"month": 6`, `"month": 6.0`, true},
		{"an optional one", `"kind"`, `"note": "四字以内", "kind"`, true},
		{"an optional one left empty", `"kind"`, `"note": null, "kind"`, true},
		{"a computed one", `"kind"`, `"total": 6, "kind"`, true},
		{"a choice as text", `"grade": 2`, `"grade": "2"`, true},

		{"unknown name", `"kind"`, `"kinds": 1, "kind"`, false},
		{"missing", `"month": 6, `, "", false},
		{"wrong type", "12.5", "true", false},
		{"a list", "12.5", "[12.5]", false},
		{"words", "12.5", `"many"`, false},
		{"below minimum", "12.5", "-0.1", false},
		{"above maximum", "12.5", "100.1", false},
		{"at an exclusive bound", `"fund": 3`, `"fund": 0`, false},
		{"out of the kind", `"month": 6`, `"month": 13`, false},
		{"not whole", `"month": 6`, `"month": 6.5`, false},
		{"a rank beyond all", `"place": 3`, `"place": 2000000000`, false},
		{"not the only text", `"it's"`, `"its"`, false},
		{"half of a choice", `"a,b"`, `"a"`, false},
		{"wrong choice of number", `"grade": 2`, `"grade": 4`, false},
		{"wrong choice of text", `"重 大"`, `"重大"`, false},
		{"too long", `"kind"`, `"note": "四字以内的", "kind"`, false},
		{"null where required", `"month": 6`, `"month": null`, false},
	}
	for _, tt := range tests {
		payload := `{"values": {` + strings.Replace(good, tt.from, tt.to, 1) + `}}`
		if err := validate(payload); (err == nil) != tt.ok {
			t.Errorf("%s: schema says %v, want ok %v", tt.name, err, tt.ok)
		}
		values, err := ParseValues([]byte(payload))
		if err == nil {
			if r := tpl.Check(values); len(r.Problems) > 0 {
				err = &InvalidError{Problems: r.Problems}
			}
		}
		if (err == nil) != tt.ok {
			t.Errorf("%s: Check says %v, want ok %v", tt.name, err, tt.ok)
		}
	}
}

func TestJSONSchemaOfField(t *testing.T) {
	tpl := compiledFrom(t, `
fields: {revenue: {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2, validate: "gte=0,lte=1e4", owner: 预算科, example: 12.30}}
placeholders: [revenue]
`)
	tpl.placeholders[0].Before, tpl.placeholders[0].After = "财政收入完成", "亿元 & <更多>"
	text, err := tpl.JSONSchema(Chinese)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "values": {
      "type": "object",
      "properties": {
        "revenue": {
          "title": "财政收入",
          "description": "财政收入完成【X】亿元 & <更多>",
          "x-kind": "decimal",
          "x-unit": "亿元",
          "x-owner": "预算科",
          "x-placeholders": [
            1
          ],
          "examples": [
            12.30
          ],
          "type": [
            "number",
            "string",
            "object"
          ],
          "minimum": 0,
          "maximum": 1e4,
          "pattern": "[0-9０-９〇零一二两三四五六七八九十]",
          "properties": {
            "value": {
              "type": [
                "number",
                "string"
              ],
              "pattern": "[0-9０-９〇零一二两三四五六七八九十]"
            },
            "unit": {
              "type": "string"
            }
          },
          "required": [
            "value"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "revenue"
      ],
      "additionalProperties": false
    }
  },
  "required": [
    "values"
  ],
  "additionalProperties": false
}
`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
