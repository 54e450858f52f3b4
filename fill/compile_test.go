package fill

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// builtIn opens the built-in work report and reads its fields file.
func builtIn(t testing.TB) (*Package, Schema) {
	t.Helper()
	docx, err := os.ReadFile("../templates/workreport/workreport.docx")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(docx, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile("../templates/workreport/workreport.fields.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := ParseSchema(file)
	if err != nil {
		t.Fatal(err)
	}
	return p, s
}

func TestCompileBuiltIn(t *testing.T) {
	p, s := builtIn(t)
	tpl, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, tpl.Schema()); diff != "" {
		t.Errorf("schema (-want +got):\n%s", diff)
	}
	var years Field
	for _, f := range tpl.Fields() {
		if f.Name == "report_year" {
			years = f
		}
	}
	if diff := cmp.Diff([]int{22, 32, 45, 62, 90, 94, 101}, years.Placeholders); diff != "" {
		t.Errorf("places of report_year (-want +got):\n%s", diff)
	}
	worked := make(map[int]bool)
	for _, at := range tpl.order {
		for _, read := range tpl.fields[at].computed.fields() {
			if tpl.fields[read].computed != nil && !worked[read] {
				t.Errorf("%s is worked out before %s, which it reads", tpl.fields[at].Name, tpl.fields[read].Name)
			}
		}
		worked[at] = true
	}
	if len(worked) != len(s.Computed) {
		t.Errorf("got %d computed fields in order, want %d", len(worked), len(s.Computed))
	}
}

// A file that describes no field gives a template all the same.
func TestCompileUndescribed(t *testing.T) {
	p, s := builtIn(t)
	s.Fields = nil
	tpl, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(tpl.Fields()), 113; got != want {
		t.Errorf("got %d fields, want %d", got, want)
	}
}

func TestCompileDefaultSchema(t *testing.T) {
	p, _ := builtIn(t)
	s := DefaultSchema(p)
	tpl, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := tpl.Schema().Placeholders[12], "x13"; got != want {
		t.Errorf("placeholder 13 is of field %q, want %q", got, want)
	}
}

// A template must not change with what it was made from or what it hands out.
func TestTemplateIsOfItsOwn(t *testing.T) {
	p, s := builtIn(t)
	tpl, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	want := tpl.Schema()
	decimals := s.Fields[12].Decimals
	*decimals, s.Placeholders[0] = 7, "changed"
	handed := tpl.Fields()
	*handed[12].Decimals, handed[0].Name = 7, "changed"
	if diff := cmp.Diff(want, tpl.Schema()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := tpl.Fields()[12]; *got.Decimals == 7 {
		t.Errorf("a field changed with what was handed out: %+v", got)
	}
}
