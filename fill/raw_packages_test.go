package fill

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// rawPart is one entry of a package made by hand.
type rawPart struct{ name, content string }

const (
	rawTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rawRels  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	rawOpen  = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	rawClose = `</w:body></w:document>`
)

// rawDocx packs a document.xml, and whatever more, into a package.
func rawDocx(t testing.TB, document string, more ...rawPart) []byte {
	t.Helper()
	return rawZip(t, append([]rawPart{{"[Content_Types].xml", rawTypes}, {"_rels/.rels", rawRels}, {"word/document.xml", document}}, more...)...)
}

func rawZip(t testing.TB, parts ...rawPart) []byte {
	t.Helper()
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := zw.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(p.content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func rawParagraph(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

// partsOf gives the parts of a package as they are, uncompressed.
func partsOf(t testing.TB, docx []byte) []rawPart {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []rawPart
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts = append(parts, rawPart{f.Name, string(data)})
	}
	return parts
}
