package fill

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	ft "reportfill/fill/filltest"
)

// fuzzLimits are so small that a fuzzed package can reach them.
var fuzzLimits = Limits{Parts: 32, PartBytes: 1 << 20, PackageBytes: 2 << 20, Depth: 64, Placeholders: 200}

// fuzzKinds are the relationships that may lead to a fuzzed package's second part.
var fuzzKinds = []string{"header", "footnotes", "chart", "diagramData", "customXml", "styles", "settings"}

// FuzzOpen holds that Open refuses a package or reads one that can be filled:
// the filled package opens again, with the same texts but for the placeholders,
// and another reader finds its XML well-formed where it did so before. A fuzzed
// package is made of a main part, another one, relationships and content types;
// empty ones are made. way says how it is filled.
func FuzzOpen(f *testing.F) {
	seedOpen(f)
	f.Fuzz(func(t *testing.T, document, other, rels, types string, kind, way uint8) {
		checkOpen(t, fuzzedPackage(document, other, rels, types, fuzzKinds[int(kind)%len(fuzzKinds)]), way)
	})
}

// FuzzOpenZip holds the same of the package's bytes.
func FuzzOpenZip(f *testing.F) {
	f.Add(readFile(f, "../templates/workreport/workreport.docx"), uint8(0))
	f.Add(ft.Docx("共X个"), uint8(1))
	f.Add(ft.Doc{Body: []ft.Markup{ft.P(ft.T("X"))}, Zip: ft.Zip{Stored: true, Descriptors: true, Leading: []byte("stub")}}.Docx(), uint8(2))
	f.Add(ft.Doc{Title: "X", Zip: ft.Zip{Stored: true, Zip64: true, Comment: "c"}}.Docx(), uint8(0))
	f.Fuzz(func(t *testing.T, docx []byte, way uint8) { checkOpen(t, docx, way) })
}

func seedOpen(f *testing.F) {
	add := func(docx []byte, n int) {
		parts := partTexts(f, docx)
		document, other := parts["word/document.xml"], ""
		for i, kind := range []string{"word/header1.xml", "word/footnotes.xml", "word/charts/chart1.xml", "word/diagrams/data1.xml", "customXml/item1.xml"} {
			if parts[kind] != "" {
				other, n = parts[kind], 3*i+n%3
			}
		}
		f.Add(document, other, "", "", uint8(n/3), uint8(n))
	}
	for i, c := range constructs {
		add(c.doc.Docx(), i)
	}
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for i, file := range files {
		g, err := ft.ParseGolden(readFile(f, file))
		if err != nil {
			f.Fatal(err)
		}
		add(g.Docx(), i)
	}
	f.Add(rawOpen+rawParagraph("X")+rawClose, "", rawRels, rawTypes, uint8(0), uint8(0))
}

const fuzzRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="other.xml"/></Relationships>`

// fuzzedPackage makes a package of its parts, stored.
func fuzzedPackage(document, other, rels, types, kind string) []byte {
	if rels == "" {
		rels = fmt.Sprintf(fuzzRels, kind)
	}
	if types == "" {
		types = rawTypes
	}
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for _, p := range []rawPart{{"[Content_Types].xml", types}, {"_rels/.rels", rawRels}, {"word/document.xml", document},
		{"word/_rels/document.xml.rels", rels}, {"word/other.xml", other},
		{"word/_rels/other.xml.rels", fmt.Sprintf(fuzzRels, "customXmlProps")}} {
		w, err := zw.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(p.content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := zw.Close(); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

func checkOpen(t *testing.T, docx []byte, way uint8) {
	t.Helper()
	p, err := Open(docx, fuzzLimits)
	if err != nil {
		var fault *DocumentError
		if !errors.As(err, &fault) || fault.Reason.ZH == "" || fault.Reason.EN == "" {
			t.Fatalf("a refusal without words: %v", err)
		}
		return
	}
	if n := len(p.placeholders); n > fuzzLimits.Placeholders {
		t.Fatalf("%d placeholders are over the limit", n)
	}
	DefaultSchema(p)
	values, missing := fuzzValues(len(p.placeholders), way)
	filled := fillEvery(p, values, missing)
	again, err := Open(filled, fuzzLimits)
	if errors.Is(err, ErrLimit) {
		return // it has grown
	}
	if err != nil {
		t.Fatalf("the filled package: %v", err)
	}
	if missing == MissingKeep {
		for i := range values {
			values[i] = p.placeholders[i].Text
		}
	}
	if diff := cmp.Diff(filledTexts(t, p, values), readTexts(t, again), cmpSoftHyphens); diff != "" {
		t.Fatalf("-want +got\n%s", diff)
	}
	checkWellFormed(t, p, filled)
}

// cmpSoftHyphens compares texts but for soft hyphens: those within a mark that
// are elements stay, unseen.
var cmpSoftHyphens = cmp.Comparer(func(a, b string) bool {
	return strings.ReplaceAll(a, "\u00AD", "") == strings.ReplaceAll(b, "\u00AD", "")
})

// fuzzValues are values that are all different, with all that can go wrong in
// XML; or none.
func fuzzValues(n int, way uint8) ([]string, Missing) {
	values := make([]string, n)
	switch way % 3 {
	case 0:
		for i := range values {
			values[i] = fmt.Sprintf(" ]]>%d<&>\n\t值]]", i+1)
		}
		return values, MissingError
	case 1:
		return values, MissingKeep
	}
	return values, MissingBlank
}

// readTexts gives the texts of all paragraphs of all stories.
func readTexts(t *testing.T, p *Package) [][]string {
	t.Helper()
	texts, err := p.texts()
	if err != nil {
		t.Fatal(err)
	}
	return texts.texts
}

// filledTexts gives the texts of all paragraphs with values in the places of
// the placeholders.
func filledTexts(t *testing.T, p *Package, values []string) [][]string {
	t.Helper()
	texts := readTexts(t, p)
	for i, ref := range p.refs {
		for _, st := range p.stories {
			if st.storyRef != ref {
				continue
			}
			for _, para := range st.paragraphs {
				texts[i][para.order] = para.with(values[para.firstOfOriginal():])
			}
		}
	}
	return texts
}

// with gives the paragraph's text with values in the places of its marks.
func (p *paragraph) with(values []string) string {
	var b strings.Builder
	at := 0
	for k, m := range p.marks {
		b.Write(p.text[at:m.start])
		b.WriteString(values[k])
		at = m.end
	}
	b.Write(p.text[at:])
	return b.String()
}

// checkWellFormed holds that encoding/xml finds no fault with a filled part that
// it does not find with the draft's.
func checkWellFormed(t *testing.T, p *Package, filled []byte) {
	t.Helper()
	for _, st := range p.stories {
		if wellFormed(string(st.xml)) != nil {
			continue
		}
		text := partText(t, filled, st.part)
		if err := wellFormed(text); err != nil {
			t.Fatalf("%s: %v\n%s", st.part, err, text)
		}
	}
}
