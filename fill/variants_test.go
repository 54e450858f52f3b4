package fill

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	ft "reportfill/fill/filltest"
)

// variant is a way to write the built-in report that shows the same text.
type variant struct {
	name   string
	mark   string // what stands for X; empty means X itself
	change func(*ft.Doc)
	oneRun bool // the judge knows no breaks in its text elements, which hold more than text
}

// variants are the ways of producers: how runs are cut, what stands around runs
// and paragraphs, how the XML and the package are written.
func variants() []variant {
	vs := []variant{
		{name: "split at every character", change: inBody(splitRuns(""))},
		{name: "split, proof errors between", change: inBody(splitRuns(ft.ProofError))},
		{name: "split, deleted marks between", change: inBody(splitRuns(ft.Deleted("X")))},
		{name: "split, bookmarks between", change: inBody(splitRuns(`<w:bookmarkStart w:id="%[1]d" w:name="b%[1]d"/><w:bookmarkEnd w:id="%[1]d"/>`))},
		{name: "marks of two in two formats", mark: "XX", change: inBody(func(body string) string { return splitFormats(doubleMarks(body)) })},
		{name: "a text element for each character", change: inBody(eachRun(func(_ int, props, text string) string {
			return "<w:r>" + props + "<w:t>" + strings.Join(strings.Split(text, ""), "</w:t><w:t>") + "</w:t></w:r>"
		}))},
		{name: "CDATA", change: inBody(eachRun(func(_ int, props, text string) string {
			return "<w:r>" + props + "<w:t><![CDATA[" + text + "]]></w:t></w:r>"
		}))},
		{name: "character references", change: inBody(eachRun(func(_ int, props, text string) string {
			return "<w:r>" + props + "<w:t>" + references(text) + "</w:t></w:r>"
		}))},
		{name: "comments and instructions within text", change: inBody(eachRun(func(_ int, props, text string) string {
			return "<w:r>" + props + "<w:t>" + strings.ReplaceAll(text, "X", "<!-- X -->X<?x X?>") + "</w:t></w:r>"
		})), oneRun: true},
		{name: "Strict", change: func(d *ft.Doc) { d.Strict = true }},
		{name: "UTF-8 with a byte order mark", change: func(d *ft.Doc) { d.Encoding = ft.UTF8BOM }},
		{name: "UTF-16LE", change: func(d *ft.Doc) { d.Encoding = ft.UTF16LE }},
		{name: "UTF-16BE", change: func(d *ft.Doc) { d.Encoding = ft.UTF16BE }},
		{name: "declared as ASCII", change: func(d *ft.Doc) { inDocument(d, asASCII) }},
		{name: "default namespace", change: func(d *ft.Doc) { inDocument(d, withoutPrefix) }},
		{name: "other prefixes", change: func(d *ft.Doc) { inDocument(d, withPrefixNs0) }},
		{name: "renamed main part", change: renameMain},
		{name: "zip64, stored, reversed", change: func(d *ft.Doc) { d.Zip = ft.Zip{Zip64: true, Stored: true, Reversed: true} }},
	}
	for name, format := range aroundRuns {
		vs = append(vs, variant{name: "runs in " + name, change: inBody(eachRun(func(n int, props, text string) string {
			return fmt.Sprintf(format, "<w:r>"+props+"<w:t>"+text+"</w:t></w:r>", n)
		}))})
	}
	for name, format := range aroundParagraphs {
		vs = append(vs, variant{name: "paragraphs in " + name, change: inBody(eachParagraph(func(n int, p string) string {
			return fmt.Sprintf(format, p, n)
		}))})
	}
	return vs
}

func (v variant) docx(t testing.TB) []byte {
	d := reportDoc(t)
	v.change(&d)
	return d.Docx()
}

// sentence is a placeholder as its reader sees it.
type sentence struct{ Before, Text, After string }

func sentences(p *Package) []sentence {
	var out []sentence
	for _, ph := range p.placeholders {
		out = append(out, sentence{ph.Before, ph.Text, ph.After})
	}
	return out
}

// TestVariants holds over the opening of the report that no variant makes a
// difference: it has the same placeholders, in the same sentences; it is filled so
// that an independent judge finds nothing else changed; and what was filled in is
// read back.
func TestVariants(t *testing.T) {
	d := openingDoc(t)
	p, err := Open(d.Docx(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range variants() {
		t.Run(v.name, func(t *testing.T) {
			want := sentences(p)
			if v.mark != "" {
				for i, s := range want {
					in := func(text string) string { return strings.ReplaceAll(text, "X", v.mark) }
					want[i] = sentence{in(s.Before), in(s.Text), in(s.After)}
				}
			}
			d := openingDoc(t)
			v.change(&d)
			docx := d.Docx()
			tm := textTemplate(t, docx)
			if diff := cmp.Diff(want, sentences(tm.pkg)); diff != "" {
				t.Fatalf("-want +got\n%s", diff)
			}
			checkReadBack(t, tm)
			original := filepath.Join(t.TempDir(), "original.docx")
			if err := os.WriteFile(original, docx, 0o600); err != nil {
				t.Fatal(err)
			}
			format := hardValue
			if v.oneRun {
				format = " %d "
			}
			verifyFilled(t, original, tm.pkg, format)
		})
	}
}

// checkReadBack fills a template with values that are all different, and has
// Extract give them back.
func checkReadBack(t *testing.T, tm *Template) {
	t.Helper()
	given := texts(numberedValues(len(tm.placeholders))...)
	filled, err := Open(fillBytes(t, tm, given, Options{}), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := tm.Extract(filled)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range got {
		if want := given[i].Value.Text; e.Value.Text != want {
			t.Errorf("%s: got %q, want %q", e.Name, e.Value.Text, want)
		}
	}
	if len(got) != len(given) {
		t.Errorf("got %d values, want %d", len(got), len(given))
	}
}

// TestLibreOfficeVariants holds that LibreOffice opens every filled variant and
// shows each value once.
func TestLibreOfficeVariants(t *testing.T) {
	docs := map[string][]byte{}
	for _, v := range variants() {
		tm := textTemplate(t, v.docx(t))
		docs[v.name] = fillBytes(t, tm, texts(numberedValues(len(tm.placeholders))...), Options{})
	}
	for name, text := range allTexts(t, docs) {
		for i := range 120 {
			if got := strings.Count(text, numberedValue(i)); got != 1 {
				t.Errorf("%s: value %d stands %d times, want once", name, i+1, got)
				break
			}
		}
	}
}
