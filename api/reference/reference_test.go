package reference

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
)

const small = `
info: {title: t, description: "One.\n\nTwo ` + "`code`" + `."}
tags: [{name: b, description: Second}, {name: a, description: First}]
paths:
  /x/{id}:
    parameters: [{$ref: "#/components/parameters/ID"}]
    put:
      operationId: putX
      tags: [a]
      summary: Puts
      x-roles: [admin]
      parameters: [{name: dry, in: query, schema: {type: boolean, default: false}}]
      requestBody: {$ref: "#/components/requestBodies/Thing"}
      responses:
        "200": {description: Done, headers: {ETag: {description: Tag, schema: {type: string}}}, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}}
        default: {$ref: "#/components/responses/Other"}
    get: {operationId: getX, tags: [b], summary: Gets, responses: {}}
components:
  parameters:
    ID: {name: id, in: path, required: true, schema: {type: string, maxLength: 9}, example: k}
  requestBodies:
    Thing: {description: A thing, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}, example: {z: 1.50, a: [x, null]}}}}
  responses:
    Other: {description: Else}
  schemas:
    Base: {type: object, required: [kind], properties: {kind: {type: string, enum: [p, q]}}}
    Thing:
      allOf:
        - {$ref: "#/components/schemas/Base"}
        - type: object
          properties:
            parts: {type: array, items: {type: object, required: [n], properties: {n: {type: integer, minimum: 1}}}}
`

func TestRead(t *testing.T) {
	got, err := Read([]byte(small), []byte("Puts: 写入"), fill.Chinese)
	if err != nil {
		t.Fatal(err)
	}
	plain := func(text string) Prose { return Prose{{Text: text}} }
	thing := Type{Text: "Thing", Link: "Thing"}
	kind := Row{Name: "kind", Required: true, Type: Type{Text: "string", Enum: []string{"p", "q"}}}
	id := Row{Name: "id", In: "path", Required: true, Type: Type{Text: "string", Limit: "length ≤ 9"}, Example: "k"}
	want := &Reference{
		Intro: []Prose{plain("One."), {{Text: "Two "}, {Text: "code", Code: true}, {Text: "."}}},
		Groups: []Group{
			{Name: "b", Title: plain("b"), Text: plain("Second"), Operations: []Operation{{ID: "getX", Method: "GET", Path: "/x/{id}", Summary: plain("Gets"), Parameters: []Row{id}}}},
			{Name: "a", Title: plain("a"), Text: plain("First"), Operations: []Operation{{
				ID: "putX", Method: "PUT", Path: "/x/{id}", Summary: plain("写入"), Roles: []string{"admin"},
				Parameters: []Row{id, {Name: "dry", In: "query", Type: Type{Text: "boolean", Limit: "= false"}}},
				BodyText:   plain("A thing"),
				Bodies:     []Content{{Media: "application/json", Type: thing, Examples: []Example{{JSON: "{\n  \"z\": 1.50,\n  \"a\": [\"x\", null]\n}"}}}},
				Answers: []Answer{
					{Status: "200", Text: plain("Done"), Headers: []Row{{Name: "ETag", Type: Type{Text: "string"}, Text: plain("Tag")}},
						Contents: []Content{{Media: "application/json", Type: Type{Text: "Thing[]", Link: "Thing"}}}},
					{Text: plain("Else")},
				},
			}}},
		},
		Schemas: []Schema{
			{Name: "Base", Type: Type{Text: "object"}, Rows: []Row{kind}},
			{Name: "Thing", Type: Type{Text: "Base + object", Link: "Base"}, Rows: []Row{kind,
				{Name: "parts", Type: Type{Text: "object[]"}},
				{Name: "parts[].n", Required: true, Type: Type{Text: "integer", Limit: "≥ 1"}}}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestChinese holds that the service's own document can be read in Chinese.
func TestChinese(t *testing.T) {
	openapi, err := os.ReadFile("../openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	chinese, err := os.ReadFile("../openapi.zh.yaml")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	r := &reader{missed: func(text string) {
		if !told[text] {
			t.Errorf("api/openapi.zh.yaml has no Chinese for %q", text)
		}
		told[text] = true
	}}
	if _, err := r.read(openapi, chinese, fill.Chinese); err != nil {
		t.Fatal(err)
	}
}
