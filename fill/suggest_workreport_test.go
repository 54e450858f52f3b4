package fill

import (
	"os"
	"regexp"
	"testing"
)

const workreportFiles = "../templates/workreport/workreport"

// workreportPlaceholders reads the built-in report.
func workreportPlaceholders(t *testing.T) []Placeholder {
	t.Helper()
	docx, err := os.ReadFile(workreportFiles + ".docx")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(docx, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return p.Placeholders()
}

// workreportFields are the lines of the built-in report's fields file: each
// field by name, and the field of each placeholder.
func workreportFields(t *testing.T) (fields map[string]Field, order []string, computed map[string]string) {
	t.Helper()
	data, err := os.ReadFile(workreportFiles + ".fields.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fields, computed = map[string]Field{}, map[string]string{}
	line := regexp.MustCompile(`(?m)^  (\w+): +\{label: ([^,]+), kind: (\w+),(?: unit: "?([^,"]+)"?,)?`)
	for _, m := range line.FindAllStringSubmatch(string(data), -1) {
		fields[m[1]] = Field{Name: m[1], Label: m[2], Kind: Kind(m[3]), Unit: m[4]}
	}
	for _, m := range regexp.MustCompile(`(?m)^  - (\w+) +# \d+`).FindAllStringSubmatch(string(data), -1) {
		order = append(order, m[1])
	}
	for _, m := range regexp.MustCompile(`(?m)^  (\w+): +\{is: ([^,]+),`).FindAllStringSubmatch(string(data), -1) {
		computed[m[1]] = m[2]
	}
	return fields, order, computed
}

// TestSuggestWorkreport holds that the sentence alone tells the kinds and units
// of the built-in report.
func TestSuggestWorkreport(t *testing.T) {
	const want = 120
	ps := workreportPlaceholders(t)
	fields, order, _ := workreportFields(t)
	got := Suggest(ps)
	if len(got) != len(order) || len(ps) != len(order) {
		t.Fatalf("got %d fields for %d placeholders, want %d", len(got), len(ps), len(order))
	}
	hits := 0
	for i, f := range got {
		w := fields[order[i]]
		if f.Kind == w.Kind && f.Unit == w.Unit {
			hits++
		} else {
			t.Logf("%s: got %s %q, want %s %q", ps[i].Sentence(), f.Kind, f.Unit, w.Kind, w.Unit)
		}
		t.Logf("%3d %-9s %-6s %s | %s", i+1, f.Kind, f.Unit, f.Label, w.Label)
	}
	if hits < want {
		t.Errorf("kinds and units: got %d of %d, want at least %d", hits, len(order), want)
	}
}
