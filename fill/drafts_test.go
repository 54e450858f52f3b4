package fill

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
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

func readDrafts(t *testing.T) []draft {
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

func readDraft(t *testing.T, name, text string) draft {
	t.Helper()
	d := draft{name: name}
	b := paragraphs{part: name}
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
			b.add(line)
		}
	}
	d.placeholders = b.placeholders
	if len(d.placeholders) != len(d.wants) {
		t.Fatalf("%s.txt: %d placeholders, %d expected lines", name, len(d.placeholders), len(d.wants))
	}
	return d
}

// paragraphs makes placeholders of lines of text, as a reader of a document would.
type paragraphs struct {
	part         string
	heading      string
	columns      []string // the header of the table that is being read
	index        int
	placeholders []Placeholder
}

var (
	draftMark    = regexp.MustCompile(`20XX|X+\.X+|X+`)
	draftStop    = regexp.MustCompile(`[。！？；]`)
	draftHeading = regexp.MustCompile(`^(（.+?）|[一二三四五六七八九十]+、)`)
)

func (b *paragraphs) add(line string) {
	if heading, ok := strings.CutPrefix(line, "= "); ok {
		b.heading = draftHeading.ReplaceAllString(heading, "")
		b.columns = nil
		b.paragraph(heading, "", "")
		return
	}
	if !strings.HasPrefix(line, "|") {
		b.columns = nil
		b.paragraph(line, "", "")
		return
	}
	cells := strings.Split(strings.Trim(line, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	for i, cell := range cells {
		row, column := cells[0], ""
		if i == 0 {
			row = ""
		}
		if i < len(b.columns) {
			column = b.columns[i]
		}
		b.paragraph(cell, row, column)
	}
	if b.columns == nil {
		b.columns = cells
	}
}

func (b *paragraphs) paragraph(text, row, column string) {
	for _, m := range draftMark.FindAllStringIndex(text, -1) {
		start := 0
		if at := draftStop.FindAllStringIndex(text[:m[0]], -1); at != nil {
			start = at[len(at)-1][1]
		}
		end := len(text)
		if at := draftStop.FindStringIndex(text[m[1]:]); at != nil {
			end = m[1] + at[0]
		}
		mark := text[m[0]:m[1]]
		b.placeholders = append(b.placeholders, Placeholder{
			Number: len(b.placeholders) + 1, Part: b.part, Paragraph: b.index, Text: mark, Year: strings.HasPrefix(mark, "20"),
			Before: text[start:m[0]], After: text[m[1]:end], Context: text, Offset: m[0], Heading: b.heading, Row: row, Column: column,
		})
	}
	b.index++
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
