package fill

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// compiledFrom compiles a fields file over placeholders without sentences.
func compiledFrom(t testing.TB, file string) *Template {
	t.Helper()
	s, err := ParseSchema([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	ps := make([]Placeholder, len(s.Placeholders))
	for i := range ps {
		ps[i] = Placeholder{Number: i + 1, Text: "X"}
	}
	tpl, faults := bind(ps, s)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	tpl.prepare()
	return tpl
}

// passes tells what Check has against a template's example.
func passes(t *testing.T, name string, tpl *Template) {
	t.Helper()
	example := tpl.Example()
	r := tpl.Check(example)
	for _, p := range append(r.Problems, r.Warnings...) {
		v, _ := example.Get(p.Field)
		t.Errorf("%s: %s %s %q: %s", name, p.Code, p.Field, v.Text, p.Text.EN)
	}
	if diff := cmp.Diff(example, tpl.Example()); diff != "" {
		t.Errorf("%s: two examples of one template differ:\n%s", name, diff)
	}
}

func TestExamplePasses(t *testing.T) {
	p, s := builtIn(t)
	described, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	passes(t, "built-in", described)
	city, _ := described.Example().Get("city")
	if want := (Value{Type: String, Text: "淮州"}); city != want {
		t.Errorf("city: got %v, want the author's %v", city, want)
	}

	bare := s.clone()
	for i := range bare.Fields {
		bare.Fields[i].Example = ""
	}
	invented, err := Compile(p, bare)
	if err != nil {
		t.Fatal(err)
	}
	passes(t, "built-in without examples", invented)

	bare.Fields = nil
	undescribed, err := Compile(p, bare)
	if err != nil {
		t.Fatal(err)
	}
	passes(t, "built-in without fields", undescribed)

	byDefault, err := Compile(p, DefaultSchema(p))
	if err != nil {
		t.Fatal(err)
	}
	passes(t, "default schema", byDefault)
}

func TestExampleKeepsConstraints(t *testing.T) {
	tests := []string{
		"{kind: integer, validate: 'gte=500,lte=501'}",
		"{kind: decimal, decimals: 2, validate: 'gt=0,lt=0.02'}",
		"{kind: decimal, validate: 'lt=-100'}",
		"{kind: integer, validate: oneof=7 9}",
		"{kind: integer, validate: 'ne=24'}",
		"{kind: percent, decimals: 1, validate: 'gte=99.9,lte=100'}",
		"{kind: year, validate: 'gte=2030'}",
		"{kind: year, numerals: chinese}",
		"{kind: month, validate: gt=11}",
		"{kind: rank, validate: lt=2}",
		"{kind: date, validate: gt=2030-01-01}",
		"{kind: decimal, unit: 元, decimals: 2, numerals: financial}",
		"{kind: text, validate: len=7}",
		"{kind: text, validate: max=1}",
		"{kind: text, validate: gt=5}",
		"{kind: text, validate: oneof='二 类' 三类}",
		"{kind: text, validate: startswith=关于}",
		"{kind: text, validate: email}",
		"{kind: text, validate: uuid}",
		"{kind: text, validate: number}",
		"{kind: text, required: false}",
	}
	for _, tt := range tests {
		passes(t, tt, compiledFrom(t, "fields: {a: "+tt+"}\nplaceholders: [a]\n"))
	}
}

func TestExampleMeetsConditions(t *testing.T) {
	const fields = `
fields: {a: {kind: decimal, decimals: 2}, b: {kind: decimal, decimals: 2}, c: {kind: integer}, y: {kind: year}, z: {kind: year}, s: {kind: percent, decimals: 1, validate: 'lte=50'}}
placeholders: [a, b, c, y, z, s]
`
	tests := []string{
		"checks: [{check: a > b}, {check: b > c}]",
		"checks: [{check: y < z}, {check: z < y + 3}]",
		"checks: [{check: a == b + c}]",
		"checks: [{check: a > b * 1000, severity: warning}]",
		"computed: {s: {is: a / b * 100, decimals: 1}}",
		"computed: {s: {is: (a - b) / c * 100, decimals: 1}}\nchecks: [{check: s >= 10}, {check: a > c}]",
	}
	for _, tt := range tests {
		passes(t, tt, compiledFrom(t, fields+tt))
	}
}

// A contradiction is not searched for ever, and leaves a payload all the same.
func TestExampleOfContradiction(t *testing.T) {
	tpl := compiledFrom(t, "fields: {a: {kind: integer}}\nplaceholders: [a]\nchecks: [{check: a > a}]\n")
	if got := tpl.Example(); len(got) != 1 {
		t.Errorf("got %v, want one entry", got)
	}
}

func TestBadExamples(t *testing.T) {
	tpl := compiledFrom(t, `
fields:
  a: {kind: integer, validate: lte=10, example: 11}
  b: {kind: decimal, example: 约三}
  c: {kind: month, example: 13}
  d: {kind: decimal, decimals: 1, unit: 亿元, example: 3万}
  e: {kind: text, example: 13}
placeholders: [a, b, c, d, e]
`)
	var got []string
	for _, f := range tpl.badExamples() {
		if f.Text.EN == "" || f.Text.ZH == "" {
			t.Errorf("%s: no message", f.Path)
		}
		got = append(got, f.Path)
	}
	want := "fields.a.example fields.b.example fields.c.example"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
