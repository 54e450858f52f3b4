package fill

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const smallFile = `title: 年度总结
marks: [X, ×]
fields:
  revenue:  {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0, owner: 预算科, example: 12.30}
  decline:
    kind: percent
    unit: "%"
    required: false
    grouping: true
    example: 007
  total:    {kind: decimal, decimals: 2}
placeholders: [revenue, decline, "-", total]
computed:
  total: {is: revenue * 2}
checks:
  - {check: decline <= 100, severity: warning, message: 请核对}
  - check: total >= revenue
`

func smallSchema() Schema {
	two := 2
	return Schema{
		Title: "年度总结",
		Marks: []string{"X", "×"},
		Fields: []Field{
			{Name: "revenue", Label: "财政收入", Kind: KindDecimal, Unit: "亿元", Decimals: &two, Validate: "gte=0", Owner: "预算科", Example: "12.30"},
			{Name: "decline", Kind: KindPercent, Unit: "%", Optional: true, Grouping: true, Example: "007"},
			{Name: "total", Kind: KindDecimal, Decimals: &two},
		},
		Placeholders: []string{"revenue", "decline", Ignored, "total"},
		Computed:     []Computed{{Field: "total", Is: "revenue * 2", Decimals: 2}},
		Checks: []Check{
			{Condition: "decline <= 100", Severity: SeverityWarning, Message: "请核对"},
			{Condition: "total >= revenue", Severity: SeverityError},
		},
	}
}

func TestParseSchema(t *testing.T) {
	asJSON, err := json.Marshal(smallSchema())
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"yaml":                    smallFile,
		"json":                    string(asJSON),
		"byte order mark":         "\ufeff" + smallFile,
		"a list in lines":         strings.Replace(smallFile, `[revenue, decline, "-", total]`, "\n  - revenue\n  - decline\n  - -\n  - total", 1),
		"an expression by itself": strings.Replace(smallFile, "{is: revenue * 2}", "revenue * 2", 1),
		"an outline":              smallFile + "outline:\n  - {part: 标题, ordinals: 1}\n",
	}
	for name, file := range tests {
		got, err := ParseSchema([]byte(file))
		if diff := cmp.Diff(smallSchema(), got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func TestParseSchemaKeepsCharacters(t *testing.T) {
	got, err := ParseSchema([]byte(`{"title": "\ud842\udfb7城 \/", "fields": [{"name": "a", "example": 1.0e3}], "placeholders": [null]}`))
	want := Schema{Title: "𠮷城 /", Fields: []Field{{Name: "a", Kind: KindText, Example: "1.0e3"}}, Placeholders: []string{Ignored}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestParseSchemaWithoutFields(t *testing.T) {
	got, err := ParseSchema([]byte("placeholders: [city, a, a, '-', b]\ncomputed: {b: a + c, c: {is: a, decimals: 1}}\nchecks: [{check: a > 0}]\n"))
	want := Schema{
		Fields:       []Field{{Name: "city", Kind: KindText}, {Name: "a", Kind: KindDecimal}, {Name: "b", Kind: KindDecimal}, {Name: "c", Kind: KindDecimal}},
		Placeholders: []string{"city", "a", "a", Ignored, "b"},
		Computed:     []Computed{{Field: "b", Is: "a + c"}, {Field: "c", Is: "a", Decimals: 1}},
		Checks:       []Check{{Condition: "a > 0", Severity: SeverityError}},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// The built-in report's fields file.
func TestParseSchemaOfBuiltIn(t *testing.T) {
	data, err := os.ReadFile("../templates/workreport/workreport.fields.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseSchema(data)
	if err != nil {
		t.Fatal(err)
	}
	got := []int{len(s.Fields), len(s.Placeholders), len(s.Computed), len(s.Checks)}
	if diff := cmp.Diff([]int{113, 120, 13, 12}, got); diff != "" {
		t.Errorf("fields, placeholders, computed, checks (-want +got):\n%s", diff)
	}
}

func TestParseSchemaFaults(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"all at once", `titel: x
fields:
  a: {kind: decimal, decimal: 2, decimals: two, required: maybe}
  a: {}
  b: [1]
placeholders: {a: 1}
checks:
  - {check: [x], sev: error}
`, []string{
			"1:1: the fields file has no titel; did you mean title?",
			"3:22: a field has no decimal; did you mean decimals?",
			"3:44: decimals must be a whole number such as 2",
			"3:59: required must be true or false",
			"4:3: a stands in line 3 already; keep one",
			"5:6: a field must be a map of names to values",
			"6:15: placeholders must be a list",
			"8:13: check must be text",
			"8:18: a check has no sev; it knows check, severity, message",
		}},
		{"empty", "", []string{"1:1: the file is empty"}},
		{"a list", "- a", []string{"1:1: a fields file begins with fields: and placeholders:"}},
		{"two documents", "title: a\n---\ntitle: b\n", []string{"1:1: the file holds several documents; keep one"}},
		{"an alias", "title: &t a\nmarks: *t\n", []string{
			"1:8: a fields file has no anchors (&) and aliases (*); write the content out, and quote text that begins with * or &",
			"2:8: a fields file has no anchors (&) and aliases (*); write the content out, and quote text that begins with * or &",
		}},
		{"tab", "fields:\n\ta: {}\n", []string{
			"2:1: this character cannot begin anything here; indent with blanks, not tabs, and quote a lone - and text that begins with @ or `"}},
		{"bracket", "placeholders: [财政收入, b\n", []string{
			"2:1: a comma or closing bracket is missing; put text that holds , : { } [ ] in quotes"}},
		{"GBK", "title: a\nfields: \xb2\xc6\n", []string{"2:9: this is not UTF-8; save the file as UTF-8"}},
		{"no name", `{"fields": [{"label": "x"}]}`, []string{"1:13: a field lacks its name"}},
		{"a name twice", `{"computed": [{"field": "a", "is": "b"}, {"field": "a", "is": "c"}]}`, []string{
			"1:42: a stands in line 1 already; keep one"}},
		{"depth", strings.Repeat("[", 200000), []string{"1:10001: it is nested too deep"}},
	}
	for _, tt := range tests {
		_, err := ParseSchema([]byte(tt.file))
		var faults SyntaxErrors
		if !errors.As(err, &faults) || !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: got %v, want SyntaxErrors", tt.name, err)
			continue
		}
		var got []string
		for _, f := range faults {
			got = append(got, strings.Replace(strings.Replace(f.Error(), "line ", "", 1), ", column ", ":", 1))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func FuzzParseSchema(f *testing.F) {
	f.Add([]byte(smallFile))
	f.Add([]byte(`{"fields": [{"name": "a", "example": 12.30}], "placeholders": ["a", null]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := ParseSchema(data)
		if err != nil {
			var faults SyntaxErrors
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("got %v, want SyntaxErrors", err)
			}
			return
		}
		again, err := ParseSchema(FormatSchema(s, nil))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}
