package fill

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
)

// TestHostile holds that what no writer of documents makes is refused, by the
// name of the reason.
func TestHostile(t *testing.T) {
	small := Limits{Parts: 8, PartBytes: 1 << 20, PackageBytes: 2 << 20, Depth: 32, Placeholders: 100}
	doc := rawOpen + rawParagraph("X") + rawClose
	tests := []struct {
		name, code string
		err        error
		docx       []byte
	}{
		{"empty file", "empty", ErrFormat, nil},
		{"no zip", "not_zip", ErrFormat, []byte("hello")},
		{"a zip that is cut", "cut_zip", ErrMalformed, rawZip(t, rawPart{"[Content_Types].xml", rawTypes})[:60]},
		{"old .doc", "doc", ErrUnsupported, append(bytes.Clone(oleMagic), 0)},
		{"encrypted package", "encrypted", ErrUnsupported, append(bytes.Clone(oleMagic), utf16Name("EncryptedPackage")...)},
		{"a zip of something else", "not_package", ErrFormat, rawZip(t, rawPart{"a.txt", "a"})},
		{"no main part", "no_main_part", ErrFormat, rawZip(t, rawPart{"[Content_Types].xml", rawTypes})},
		{"macros", "macros", ErrUnsupported, withType(t, "application/vnd.ms-word.document.macroEnabled.main+xml")},
		{"macros in a .docx", "macros", ErrUnsupported, rawDocx(t, doc, rawPart{"word/vbaProject.bin", "a"}, rawPart{"word/_rels/document.xml.rels",
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`})},
		{"a spreadsheet", "not_word", ErrFormat, withType(t, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")},
		{"too many parts", "parts", ErrLimit, rawDocx(t, doc, manyParts(9)...)},
		{"one part too large", "part_bytes", ErrLimit, rawDocx(t, rawOpen+strings.Repeat(rawParagraph("a"), 50_000)+rawClose)},
		{"package too large by its headers", "package_bytes", ErrLimit, rawDocx(t, doc, rawPart{"a.bin", strings.Repeat("a", 3<<20)})},
		{"a header that claims less than there is", "zip_data", ErrMalformed, claim(t, rawDocx(t, doc), 10)},
		{"depth", "xml_depth", ErrLimit, rawDocx(t, rawOpen+strings.Repeat("<w:sdt>", 40)+strings.Repeat("</w:sdt>", 40)+rawClose)},
		{"depth 100,000", "xml_depth", ErrLimit, rawDocx(t, strings.Repeat("<a>", 100_000))},
		{"placeholders", "placeholders", ErrLimit, rawDocx(t, rawOpen+strings.Repeat(rawParagraph("共X个"), 101)+rawClose)},
		{"document type declaration", "doctype", ErrUnsupported, rawDocx(t, `<!DOCTYPE w [<!ENTITY a "X">]>`+doc)},
		{"document type declaration in content types", "doctype", ErrUnsupported, rawZip(t, rawPart{"[Content_Types].xml", "<!DOCTYPE a>" + rawTypes}, rawPart{"_rels/.rels", rawRels}, rawPart{"word/document.xml", doc})},
		{"entity that is not there", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("&lol9;")+rawClose)},
		{"reference to U+0000", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("&#0;")+rawClose)},
		{"character reference with a large X", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("&#X58;")+rawClose)},
		{"U+FFFF", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("\uFFFF")+rawClose)},
		{"control character in a CDATA section", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("<![CDATA[\x01]]>")+rawClose)},
		{"end of a CDATA section in text", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("X]]>")+rawClose)},
		{"hyphens in a comment", "xml", ErrMalformed, rawDocx(t, rawOpen+"<!-- a -- b -->"+rawClose)},
		{"a name that is none", "xml", ErrMalformed, rawDocx(t, rawOpen+"<w:p$/>"+rawClose)},
		{"control character", "xml", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("\x01")+rawClose)},
		{"tags that cross", "xml", ErrMalformed, rawDocx(t, rawOpen+"<w:p></w:body></w:p></w:document>")},
		{"unfinished", "xml", ErrMalformed, rawDocx(t, rawOpen)},
		{"an attribute twice", "xml", ErrMalformed, rawDocx(t, rawOpen+`<w:p a="1" a="2"/>`+rawClose)},
		{"undeclared prefix", "xml", ErrMalformed, rawDocx(t, rawOpen+"<x:p/>"+rawClose)},
		{"invalid UTF-8", "encoding", ErrMalformed, rawDocx(t, rawOpen+rawParagraph("\xff")+rawClose)},
		{"GBK", "encoding", ErrUnsupported, rawDocx(t, `<?xml version="1.0" encoding="GBK"?>`+rawOpen+rawParagraph("\xb9\xb2X\xb8\xf6")+rawClose)},
		{"a name twice", "zip_duplicate", ErrMalformed, rawDocx(t, doc, rawPart{"WORD/document.xml", doc})},
		{"a name that escapes", "zip_name", ErrMalformed, rawDocx(t, doc, rawPart{"../evil", "a"})},
		{"an absolute name", "zip_name", ErrMalformed, rawDocx(t, doc, rawPart{"/etc/passwd", "a"})},
		{"overlapping entries", "zip_overlap", ErrMalformed, overlap(t, doc)},
		{"main part not there", "no_main_part", ErrFormat, rawZip(t, rawPart{"[Content_Types].xml", rawTypes}, rawPart{"_rels/.rels", rawRels})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(tt.docx, small)
			var fault *DocumentError
			if !errors.As(err, &fault) || !errors.Is(err, tt.err) || fault.Code != tt.code {
				t.Fatalf("got %v, want %v (%s)", err, tt.err, tt.code)
			}
			if fault.Reason.ZH == "" || fault.Reason.EN == "" {
				t.Errorf("no words in one language: %+v", fault.Reason)
			}
			if tt.err == ErrLimit && !strings.Contains(err.Error(), fmt.Sprint(small.of(tt.code))) {
				t.Errorf("the refusal names no limit: %v", err)
			}
		})
	}
}

func manyParts(n int) []rawPart {
	parts := make([]rawPart, n)
	for i := range parts {
		parts[i].name = fmt.Sprintf("p%d.bin", i)
	}
	return parts
}

func withType(t *testing.T, contentType string) []byte {
	types := strings.Replace(rawTypes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", contentType, 1)
	return rawZip(t, rawPart{"[Content_Types].xml", types}, rawPart{"_rels/.rels", rawRels}, rawPart{"word/document.xml", rawOpen + rawClose})
}

// claim sets the uncompressed size that the directory gives for the last entry.
func claim(t *testing.T, docx []byte, size uint32) []byte {
	t.Helper()
	i := bytes.LastIndex(docx, []byte("PK\x01\x02"))
	if i < 0 {
		t.Fatal("no directory")
	}
	binary.LittleEndian.PutUint32(docx[i+centralSize+4:], size)
	return docx
}

// overlap makes the last two entries share their data.
func overlap(t *testing.T, doc string) []byte {
	t.Helper()
	docx := rawDocx(t, doc, rawPart{"a.xml", doc})
	last := bytes.LastIndex(docx, []byte("PK\x01\x02"))
	before := bytes.LastIndex(docx[:last], []byte("PK\x01\x02"))
	copy(docx[last+centralOffset:last+centralOffset+4], docx[before+centralOffset:before+centralOffset+4])
	return docx
}

// TestNested holds that a package within a package is copied, not opened: a zip
// that holds itself cannot trap the reader.
func TestNested(t *testing.T) {
	inner := string(rawDocx(t, rawOpen+rawParagraph("X")+rawClose))
	p, err := Open(rawDocx(t, rawOpen+rawParagraph("X")+rawClose, rawPart{"word/embeddings/a.docx", inner}), Limits{})
	if err != nil || len(p.placeholders) != 1 {
		t.Fatalf("got %v, %v; want one placeholder", p, err)
	}
}

// BenchmarkOpenShape opens documents of shapes that invite quadratic work, at
// one size and at eight times that: the times per byte should be alike.
func BenchmarkOpenShape(b *testing.B) {
	alternative := `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>` + rawParagraph("共X个") + `</mc:Choice><mc:Fallback>` + rawParagraph("共X个") + `</mc:Fallback></mc:AlternateContent>`
	shapes := []struct {
		name string
		make func(n int) string
	}{
		{"runs", func(n int) string { return "<w:p>" + strings.Repeat("<w:r><w:t>a</w:t></w:r>", n) + "</w:p>" }},
		{"marks in one paragraph", func(n int) string { return rawParagraph(strings.Repeat("共X个，", n)) }},
		{"one mark over many runs", func(n int) string { return "<w:p>" + strings.Repeat("<w:r><w:t>X</w:t></w:r>", n) + "</w:p>" }},
		{"attributes", func(n int) string { return "<w:p" + numbered(" a%d=\"\"", n) + "/>" }},
		{"rows", func(n int) string {
			return "<w:tbl>" + strings.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", n) + "</w:tbl>"
		}},
		{"alternatives", func(n int) string { return strings.Repeat(alternative, n) }},
	}
	for _, shape := range shapes {
		for _, n := range []int{4000, 32000} {
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				docx := rawDocx(b, rawOpen+shape.make(n)+rawClose)
				b.SetBytes(int64(n))
				for range b.N {
					if _, err := Open(docx, Limits{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestMemory holds that a package at the limit takes less than three times the
// limit while it is opened: four stories, each a paragraph of 150,000
// runs of which some hold marks.
func TestMemory(t *testing.T) {
	lim := Limits{PackageBytes: 16 << 20, PartBytes: 4 << 20}
	runs := strings.Repeat("<w:r><w:t>X个</w:t></w:r>", 500) + strings.Repeat("<w:r><w:t>a</w:t></w:r>", 150_000)
	word := `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	more := []rawPart{{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		numbered(`<Relationship Id="h%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header%[1]d.xml"/>`, 3) + "</Relationships>"}}
	for i := range 3 {
		more = append(more, rawPart{fmt.Sprintf("word/header%d.xml", i), "<w:hdr " + word + "><w:p>" + runs + "</w:p></w:hdr>"})
	}
	docx := rawDocx(t, rawOpen+"<w:p>"+runs+"</w:p>"+rawClose, more...)
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	peak := peakHeap(t, func() {
		p, err := Open(docx, lim)
		if err != nil || len(p.placeholders) != 2_000 {
			t.Errorf("got %v, want 2,000 placeholders", err)
		}
		runtime.KeepAlive(p)
	})
	if want := 3 * lim.PackageBytes; peak > want {
		t.Errorf("opening the package took %d MiB, want at most %d", peak>>20, want>>20)
	}
	t.Logf("%d MiB", peak>>20)
}

// peakHeap samples the heap's live bytes while f runs and gives the most, over
// what was there before.
func peakHeap(t *testing.T, f func()) int64 {
	t.Helper()
	heap := func() int64 {
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		metrics.Read(s)
		return int64(s[0].Value.Uint64())
	}
	runtime.GC()
	before, peak := heap(), int64(0)
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	for {
		select {
		case <-done:
			return peak - before
		case <-time.After(time.Millisecond):
			peak = max(peak, heap())
		}
	}
}
