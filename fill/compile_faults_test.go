package fill

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompileFaults(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"placeholders", `
fields: {a: {kind: decimal}, b: {}, unused: {}}
placeholders: [a, aa, b]
`, []string{
			`placeholders: it lists 3 placeholders, and the draft has 2; give each a line, "-" for one that stays as it is`,
			`placeholders[1]: placeholder 2: there is no field named "aa"; did you mean a?`,
			`fields.unused: the field fills no placeholder and no expression reads it; name it in placeholders, or remove it`,
		}},
		{"a placeholder with a name", `
fields: {a: {kind: decimal}, b: {}}
placeholders: [a, b, a]
`, []string{
			`placeholders[2]: placeholder 3 is {{b}} and cannot take a; write b, or change the draft`,
		}},
		{"names", `
fields: {1a: {}, "a b": {}, and: {}, 财政收入: {}, é_1: {}}
placeholders: [1a, "a b", and, 财政收入, é_1]
`, []string{
			`fields[0].name: "1a" cannot be a name; a name is letters of any script, digits and _, begins with a letter and has at most 100 characters`,
			`fields[1].name: "a b" cannot be a name; a name is letters of any script, digits and _, begins with a letter and has at most 100 characters`,
			`fields[2].name: "and" has a meaning of its own in expressions; choose another name`,
		}},
		{"forms", `
fields:
  a: {kind: number}
  b: {kind: integer, decimals: 1}
  c: {kind: decimal, decimals: 13, numerals: roman}
  d: {kind: text, numerals: chinese}
placeholders: [a, b, c, d]
`, []string{
			`fields.a.kind: there is no kind "number"; use text, integer, decimal, percent, year, month, day, rank, date`,
			`fields.b.decimals: a field of kind integer has no decimals; remove them, or use decimal`,
			`fields.c.decimals: decimals must be from 0 to 12`,
			`fields.c.numerals: there are no numerals "roman"; use chinese (二〇二六) or financial (大写金额)`,
			`fields.d.numerals: text has no numerals; remove them, or change the kind`,
		}},
		{"computed", `
fields:
  a: {kind: decimal, decimals: 2}
  b: {kind: decimal}
  c: {kind: text}
  d: {kind: integer}
placeholders: [a, b, c, d]
computed:
  a: {is: b +, decimals: 1}
  b: {is: c + bb, decimals: 99}
  c: {is: a}
  d: {is: a > b, decimals: 1}
  e: {is: a}
`, []string{
			`computed.a.decimals: the decimals of a are 2 in fields and 1 here; let them agree`,
			`computed.a.is: character 4 of the expression: the expression ends too early`,
			`computed.b.decimals: decimals must be from 0 to 12`,
			`computed.b.is: character 5 of the expression: there is no field named bb; did you mean b?`,
			`computed.c: c is of kind text and cannot be computed; use decimal or another kind of number`,
			`computed.d.decimals: a field of kind integer has no decimals; write 0, or use decimal`,
			`computed.d.is: the expression must give a number, not a condition`,
			`computed[4]: there is no field named "e"; did you mean a?`,
		}},
		{"text in an expression", `
fields: {a: {kind: decimal}, b: {kind: text}}
placeholders: [a, b]
computed: {a: b + 1}
`, []string{`computed.a.is: b is of kind text: expressions take numbers`}},
		{"a cycle", `
fields: {a: {kind: decimal}, b: {kind: decimal}, c: {kind: decimal}}
placeholders: [a, b, c]
computed: {a: b + 1, b: c * 2, c: a + b, }
`, []string{
			`computed.a.is: the expressions read one another and cannot be worked out: a → b → c → a`,
			`computed.b.is: the expressions read one another and cannot be worked out: b → c → b`,
		}},
		{"checks", `
fields: {a: {kind: decimal}}
placeholders: [a]
checks:
  - {check: a + 1}
  - {check: a > 0, severity: fatal}
  - {check: ""}
`, []string{
			`checks[0].check: a check must be a condition, such as a <= b`,
			`checks[1].severity: there is no severity "fatal"; use error, which stops a fill, or warning`,
			`checks[2].check: character 1 of the expression: the expression ends too early`,
		}},
	}
	for _, tt := range tests {
		s, err := ParseSchema([]byte(tt.file))
		if err != nil {
			t.Fatal(err)
		}
		ps := make([]Placeholder, len(s.Placeholders))
		for i := range ps {
			ps[i] = Placeholder{Number: i + 1, Text: "X"}
		}
		switch tt.name {
		case "placeholders":
			ps = ps[:2]
		case "a placeholder with a name":
			ps[1].Name, ps[2].Name = "b", "b"
		}
		_, faults := bind(ps, s)
		var got []string
		for _, f := range faults {
			got = append(got, f.Path+": "+f.Text.EN)
			if strings.Contains(f.Text.ZH, "%!") || strings.Contains(f.Text.EN, "%!") {
				t.Errorf("a message is ill formed: %v", f)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestCompileError(t *testing.T) {
	p, s := builtIn(t)
	s.Placeholders = s.Placeholders[:100]
	_, err := Compile(p, s)
	var schema *SchemaError
	if !errors.As(err, &schema) || !errors.Is(err, ErrSchema) || len(schema.Faults) == 0 {
		t.Fatalf("got %v, want a *SchemaError", err)
	}
	if got, want := schema.Faults[0].Text.ZH, "字段文件列出 100 个占位符，文稿中有 120 个；"; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s…", got, want)
	}
}

// Of very many faults the first hundred are told.
func TestCompileTellsOneHundredFaults(t *testing.T) {
	s := Schema{Fields: []Field{{Name: "a", Kind: KindDecimal}}}
	for range 500 {
		s.Placeholders = append(s.Placeholders, "aa")
		s.Checks = append(s.Checks, Check{Condition: "b > +"})
	}
	_, faults := bind(make([]Placeholder, len(s.Placeholders)), s)
	if len(faults) != maxFaults {
		t.Errorf("got %d faults, want %d", len(faults), maxFaults)
	}
}

func TestLocateFault(t *testing.T) {
	list := `{"fields": [{"label": "l", "name": "a"},
  {"name": "b", "kind": "x"}], "placeholders": ["a",
"b"], "computed": [{"field": "b", "is": "a"}]}`
	tests := []struct {
		file, path   string
		line, column int
	}{
		{smallFile, "placeholders[3]", 12, 39},
		{smallFile, "placeholders", 12, 1},
		{smallFile, "fields.decline", 5, 3},
		{smallFile, "fields[1].name", 5, 3},
		{smallFile, "fields.decline.unit", 7, 11},
		{smallFile, "fields.revenue.numerals", 4, 3},
		{smallFile, "computed.total.is", 14, 15},
		{smallFile, "checks[1].check", 17, 12},
		{smallFile, "nothing", 1, 1},
		{list, "fields.b.kind", 2, 25},
		{list, "fields.b", 2, 3},
		{list, "placeholders[1]", 3, 1},
		{list, "computed.b.is", 3, 41},
		{"a: [", "fields", 1, 1},
	}
	for _, tt := range tests {
		line, column := LocateFault([]byte(tt.file), tt.path)
		if line != tt.line || column != tt.column {
			t.Errorf("%s: got %d:%d, want %d:%d", tt.path, line, column, tt.line, tt.column)
		}
	}
}
