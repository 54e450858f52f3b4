package workreport

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/templates/workreport/gbdoc"
)

// The parts are compared, not the bytes of the zip: those depend on the
// compressor of the Go release.
func TestDraftIsMadeFromText(t *testing.T) {
	text, err := os.ReadFile("report.txt")
	if err != nil {
		t.Fatal(err)
	}
	made, err := gbdoc.Build(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(entries(t, made), entries(t, Docx())); diff != "" {
		t.Errorf("workreport.docx is not what report.txt makes: run go generate ./templates/workreport (-made +committed)\n%s", diff)
	}
}

func TestDraftMarks(t *testing.T) {
	for _, e := range entries(t, Docx()) {
		text := partText(t, e.Content)
		want := 0
		if e.Name == "word/document.xml" {
			want = 120
		}
		if got := strings.Count(text, "X"); got != want {
			t.Errorf("%s has %d marks, want %d", e.Name, got, want)
		}
		if i := strings.IndexAny(text, "xＸ×╳ХΧⅩ✗☒"); i >= 0 {
			t.Errorf("%s holds something like a mark at …%s", e.Name, text[i:])
		}
		for i := range text {
			if text[i] == 'X' && (latin(text, i-1) || latin(text, i+1)) {
				t.Errorf("%s: a mark touches a letter or digit at …%s", e.Name, text[max(0, i-9):])
			}
		}
	}
}

func latin(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i]
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

func TestCopies(t *testing.T) {
	Docx()[0]++
	Fields()[0]++
	if Docx()[0] != docx[0] || Fields()[0] != fields[0] {
		t.Error("a caller can change what the next one gets")
	}
}

type entry struct{ Name, Content string }

// entries reads a package in the order of its entries.
func entries(t *testing.T, docx []byte) []entry {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var es []entry
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		es = append(es, entry{f.Name, string(b)})
	}
	return es
}

// documentText is the text of the draft, a line for each paragraph.
func documentText(t *testing.T) string {
	t.Helper()
	for _, e := range entries(t, Docx()) {
		if e.Name == "word/document.xml" {
			return partText(t, e.Content)
		}
	}
	t.Fatal("no word/document.xml")
	return ""
}

// partText is the character data of a part without field instructions, with a
// line feed after each paragraph.
func partText(t *testing.T, part string) string {
	t.Helper()
	var text strings.Builder
	d := xml.NewDecoder(strings.NewReader(part))
	inside := ""
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			inside = tok.Name.Local
		case xml.EndElement:
			inside = ""
			if tok.Name.Local == "p" {
				text.WriteString("\n")
			}
		case xml.CharData:
			if inside != "" && inside != "instrText" {
				text.Write(tok)
			}
		}
	}
}
