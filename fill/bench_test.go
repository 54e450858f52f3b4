package fill

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/flate"
	"github.com/nguyenthenguyen/docx"
)

// The benchmarks compare three ways to fill the same document in one run: Fill,
// the floor (the other parts copied as they are, the finished document.xml
// deflated once at klauspost/compress's level 1), and the docx library's
// Replace, name by name. The sub-benchmarks are the built-in report, ten and a
// hundred of it in one document, and 300 pages with 20 placeholders.

func BenchmarkFill(b *testing.B) {
	forEachDraft(b, func(b *testing.B, d benchDraft) {
		var buf bytes.Buffer
		b.ReportAllocs()
		for b.Loop() {
			buf.Reset()
			if err := d.template.Fill(&buf, d.values, Options{}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(buf.Len()), "out-bytes")
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.template.placeholders)), "ns/placeholder")
	})
}

func BenchmarkFloor(b *testing.B) { benchmarkDeflate(b, 1) }

// BenchmarkLevel6 is what the output's size is measured against.
func BenchmarkLevel6(b *testing.B) { benchmarkDeflate(b, 6) }

func benchmarkDeflate(b *testing.B, level int) {
	forEachDraft(b, func(b *testing.B, d benchDraft) {
		text := d.document(b)
		fw, err := flate.NewWriter(io.Discard, level)
		if err != nil {
			b.Fatal(err)
		}
		var buf bytes.Buffer
		b.ReportAllocs()
		for b.Loop() {
			buf.Reset()
			d.floor(b, &buf, fw, text)
		}
		b.ReportMetric(float64(buf.Len()), "out-bytes")
	})
}

func BenchmarkLibrary(b *testing.B) {
	forEachDraft(b, func(b *testing.B, d benchDraft) {
		if len(d.template.placeholders) > 1200 {
			b.Skip("the library takes seconds for each")
		}
		var tagged bytes.Buffer
		if err := d.template.Tagged(&tagged); err != nil {
			b.Fatal(err)
		}
		var buf bytes.Buffer
		for b.Loop() {
			buf.Reset()
			fillByLibrary(b, &buf, tagged.Bytes(), d.values)
		}
		b.ReportMetric(float64(buf.Len()), "out-bytes")
	})
}

// fillByLibrary fills a tagged draft with the docx library, name by name.
func fillByLibrary(t testing.TB, w io.Writer, tagged []byte, values Values) {
	t.Helper()
	r, err := docx.ReadDocxFromMemory(bytes.NewReader(tagged), int64(len(tagged)))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	d := r.Editable()
	for _, e := range values {
		if err := d.Replace("{{"+e.Name+"}}", e.Value.Text, -1); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Write(w); err != nil {
		t.Fatal(err)
	}
}

// benchDraft is a document of a size, compiled, with a payload.
type benchDraft struct {
	docx     []byte
	template *Template
	values   Values
}

func forEachDraft(b *testing.B, run func(*testing.B, benchDraft)) {
	for _, size := range []struct {
		name string
		docx func(testing.TB) []byte
	}{
		{"120", func(t testing.TB) []byte { return repeatedReport(t, 1) }},
		{"1200", func(t testing.TB) []byte { return repeatedReport(t, 10) }},
		{"12000", func(t testing.TB) []byte { return repeatedReport(t, 100) }},
		{"long", longReport},
	} {
		b.Run(size.name, func(b *testing.B) { run(b, newBenchDraft(b, size.docx(b))) })
	}
}

// newBenchDraft compiles the document with the built-in report's schema where
// it is the built-in report, else with a decimal for each placeholder.
func newBenchDraft(t testing.TB, docx []byte) benchDraft {
	t.Helper()
	p, err := Open(docx, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := benchDraft{docx: docx}
	schema := DefaultSchema(p)
	if len(p.placeholders) == 120 {
		if schema, err = ParseSchema(readFile(t, "../templates/workreport/workreport.fields.yaml")); err != nil {
			t.Fatal(err)
		}
	}
	if d.template, err = Compile(p, schema); err != nil {
		t.Fatal(err)
	}
	for _, f := range d.template.Fields() {
		d.values = append(d.values, Entry{Name: f.Name, Value: benchValue(f)})
	}
	return d
}

// benchValue is the field's example, or a value of its kind.
func benchValue(f Field) Value {
	switch {
	case f.Example != "" && f.Kind.Numeric():
		return Value{Type: Number, Text: f.Example}
	case f.Example != "":
		return Value{Type: String, Text: f.Example}
	case f.Kind == KindYear:
		return Value{Type: Number, Text: "2026"}
	case f.Kind.Numeric():
		return Value{Type: Number, Text: "7"}
	}
	return Value{Type: String, Text: "某市"}
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var bodyPattern = regexp.MustCompile(`(?s)^(.*<w:body>)(.*?)(<w:sectPr.*)$`)

// repeatedReport is the built-in report with its body n times.
func repeatedReport(t testing.TB, n int) []byte {
	return rewriteReport(t, func(body string) string { return strings.Repeat(body, n) })
}

// longReport has some 300 pages of figures and 20 placeholders.
func longReport(t testing.TB) []byte {
	figure := 0
	return rewriteReport(t, func(body string) string {
		var b strings.Builder
		for range 25 {
			for i, text := range strings.SplitAfter(body, "X") {
				switch figure++; {
				case !strings.HasSuffix(text, "X"), i == 1 && figure <= 20*120:
					b.WriteString(text)
				default:
					b.WriteString(strings.TrimSuffix(text, "X") + strconv.Itoa(figure))
				}
			}
		}
		return b.String()
	})
}

// rewriteReport gives the built-in report with another body.
func rewriteReport(t testing.TB, rewrite func(body string) string) []byte {
	t.Helper()
	report := readFile(t, "../templates/workreport/workreport.docx")
	parts := partsOf(t, report)
	for i, p := range parts {
		if m := bodyPattern.FindStringSubmatch(p.content); p.name == "word/document.xml" {
			parts[i].content = m[1] + rewrite(m[2]) + m[3]
		}
	}
	return rawZip(t, parts...)
}

// document gives the finished document.xml.
func (d benchDraft) document(t testing.TB) []byte {
	t.Helper()
	out, err := d.template.Append(nil, d.values, Options{})
	if err != nil {
		t.Fatal(err)
	}
	zr, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := zr.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// floor writes the package with the text as its document.xml, the other parts
// as they are.
func (d benchDraft) floor(t testing.TB, w *bytes.Buffer, fw *flate.Writer, text []byte) {
	zr := d.template.pkg.archive
	zw := zip.NewWriter(w)
	var deflated bytes.Buffer
	for i := range zr.entries {
		e := &zr.entries[i]
		header, raw := e.FileHeader, e.raw
		if header.Flags &^= dataDescriptor; header.Name == "word/document.xml" {
			fw.Reset(&deflated)
			_, err := fw.Write(text)
			if err == nil {
				err = fw.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
			raw = deflated.Bytes()
			header.CRC32, header.CompressedSize64, header.UncompressedSize64 = crc32.ChecksumIEEE(text), uint64(len(raw)), uint64(len(text))
		}
		ew, err := zw.CreateRaw(&header)
		if err == nil {
			_, err = ew.Write(raw)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
}
