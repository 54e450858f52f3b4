package fill

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	ft "reportfill/fill/filltest"
)

// A draft is one file of testdata/drafts; README.md there tells its lines.
type draft struct {
	name         string
	placeholders []Placeholder
	wants        []draftWant
	must, maybe  []string // proposals, such as "total 4 = 5 + 6"
	mustNot      []string // such as "4 total"
}

type draftWant struct {
	line        int
	kind        Kind
	unit, label string
}

func readDrafts(t testing.TB) []draft {
	t.Helper()
	paths, err := filepath.Glob("testdata/drafts/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no drafts: %v", err)
	}
	var drafts []draft
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		drafts = append(drafts, readDraft(t, strings.TrimSuffix(filepath.Base(path), ".txt"), string(text)))
	}
	return drafts
}

func readDraft(t testing.TB, name, text string) draft {
	t.Helper()
	d := draft{name: name}
	var lines []string
	for i, line := range strings.Split(text, "\n") {
		tag, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "":
		case tag == "#":
			w := strings.Fields(rest)
			if len(w) != 4 || w[0] != strconv.Itoa(len(d.wants)+1) {
				t.Fatalf("%s.txt:%d: %q is not `# %d kind unit label`", name, i+1, line, len(d.wants)+1)
			}
			d.wants = append(d.wants, draftWant{i + 1, Kind(w[1]), strings.TrimPrefix(w[2], "-"), w[3]})
		case tag == "+":
			d.must = append(d.must, rest)
		case tag == "?":
			d.maybe = append(d.maybe, rest)
		case tag == "!":
			d.mustNot = append(d.mustNot, rest)
		default:
			lines = append(lines, line)
		}
	}
	d.placeholders = placeholdersOf(t, lines...)
	if len(d.placeholders) != len(d.wants) {
		t.Fatalf("%s.txt: %d placeholders, %d expected lines", name, len(d.placeholders), len(d.wants))
	}
	return d
}

// draftStyles has the style of headings.
const draftStyles = `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>`

// placeholdersOf reads a document of lines as drafts have them: headings, rows of
// tables, paragraphs.
func placeholdersOf(t testing.TB, lines ...string) []Placeholder {
	t.Helper()
	d := ft.Doc{Styles: draftStyles}
	var rows [][]string
	endTable := func() {
		if rows != nil {
			d.Body, rows = append(d.Body, ft.Table(rows...)), nil
		}
	}
	for _, line := range lines {
		if strings.HasPrefix(line, "|") {
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			rows = append(rows, cells)
			continue
		}
		endTable()
		if heading, ok := strings.CutPrefix(line, "= "); ok {
			d.Body = append(d.Body, ft.Styled("Heading1", ft.T(heading)))
		} else {
			d.Body = append(d.Body, ft.P(ft.T(line)))
		}
	}
	endTable()
	p, err := Open(d.Docx(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return p.placeholders
}

// A hitCount counts how many fields of drafts were suggested as wanted.
type hitCount struct{ all, kinds, exact, contained int }

func (a *hitCount) add(b hitCount) {
	a.all, a.kinds, a.exact, a.contained = a.all+b.all, a.kinds+b.kinds, a.exact+b.exact, a.contained+b.contained
}

func (a hitCount) row(name string) string {
	return fmt.Sprintf("%-12s %5d %10d %6d %10d\n", name, a.all, a.kinds, a.exact, a.contained)
}

// TestDrafts holds the hit rates over the drafts. `-v` prints the table and each miss.
func TestDrafts(t *testing.T) {
	const wantKinds, wantExact, wantContained = 0.99, 0.8, 0.95
	var sum hitCount
	table := fmt.Sprintf("%-12s %5s %10s %6s %10s\n", "draft", "X", "kind+unit", "exact", "contained")
	for _, d := range readDrafts(t) {
		got := countHits(t, d)
		table += got.row(d.name)
		sum.add(got)
	}
	t.Log("\n" + table + sum.row("all"))
	for _, r := range []struct {
		what string
		got  int
		want float64
	}{
		{"kinds and units", sum.kinds, wantKinds},
		{"labels exact", sum.exact, wantExact},
		{"labels contained", sum.contained, wantContained},
	} {
		if float64(r.got) < r.want*float64(sum.all) {
			t.Errorf("%s: got %d of %d, want at least %.0f%%", r.what, r.got, sum.all, r.want*100)
		}
	}
}

// countHits counts the hits of one draft. A label is exact but for the number
// that tells it from its like, and contains the wanted one where it says more.
func countHits(t *testing.T, d draft) (got hitCount) {
	t.Helper()
	fields := Suggest(d.placeholders)
	if len(fields) != len(d.wants) {
		t.Fatalf("%s: got %d fields, want %d", d.name, len(fields), len(d.wants))
	}
	got.all = len(fields)
	for i, f := range fields {
		w := d.wants[i]
		where := fmt.Sprintf("%s.txt:%d: …%s", d.name, w.line, d.placeholders[i].Sentence())
		if f.Kind == w.kind && f.Unit == w.unit {
			got.kinds++
		} else {
			t.Logf("%s: got %s %q, want %s %q", where, f.Kind, f.Unit, w.kind, w.unit)
		}
		label := draftNumber.ReplaceAllString(f.Label, "")
		if label == w.label {
			got.exact++
		} else {
			t.Logf("%s: label got %q, want %q", where, f.Label, w.label)
		}
		if strings.Contains(label, w.label) {
			got.contained++
		}
	}
	return got
}

var draftNumber = regexp.MustCompile(`（\d+）$`)
