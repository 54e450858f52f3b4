package api

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"
)

func loadOpenAPI(t testing.TB) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(OpenAPI)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
		t.Fatal(err)
	}
	return doc
}

// documented lists "METHOD /path: role role" of every operation in the document.
func documented(doc *openapi3.T) []string {
	var out []string
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			var names []string
			list, _ := op.Extensions["x-roles"].([]any)
			for _, r := range list {
				names = append(names, r.(string))
			}
			out = append(out, method+" "+path+": "+strings.Join(names, " "))
		}
	}
	slices.Sort(out)
	return out
}

func routed() []string {
	var out []string
	for _, r := range routes {
		var names []string
		for _, role := range r.roles {
			names = append(names, string(role))
		}
		out = append(out, r.method+" "+strings.ReplaceAll(r.path, ":id", "{id}")+": "+strings.Join(names, " "))
	}
	slices.Sort(out)
	return out
}

func TestOpenAPIHasEveryRouteWithItsRoles(t *testing.T) {
	if diff := cmp.Diff(routed(), documented(loadOpenAPI(t))); diff != "" {
		t.Errorf("routes (-) and openapi.yaml (+) differ:\n%s", diff)
	}
}

func TestOpenAPIHasEveryProblemCode(t *testing.T) {
	var got, want []string
	for _, v := range loadOpenAPI(t).Components.Schemas["Problem"].Value.Properties["code"].Value.Enum {
		got = append(got, v.(string))
	}
	for code := range problemTypes {
		if code != codeClientLeft { // nobody receives it
			want = append(want, code)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("codes (-) and openapi.yaml (+) differ:\n%s", diff)
	}
}
