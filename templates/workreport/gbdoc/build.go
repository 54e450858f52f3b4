package gbdoc

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"embed"
	"fmt"
	"io"
	"strings"
	"time"
)

//go:embed all:parts
var parts embed.FS

const documentPart = "word/document.xml"

// order is that of the entries in the package: content types first, as
// readers of a stream expect.
var order = []string{
	"[Content_Types].xml",
	"_rels/.rels",
	documentPart,
	"word/_rels/document.xml.rels",
	"word/footer1.xml",
	"word/footer2.xml",
	"word/settings.xml",
	"word/styles.xml",
	"word/fontTable.xml",
	"docProps/core.xml",
}

// stamp is the time of every entry: the earliest that a zip can say.
var stamp = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Build makes the package of a text. Equal texts make equal bytes.
func Build(text string) ([]byte, error) {
	ps, err := Parse(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, name := range order {
		if err := add(z, name, ps); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func add(z *zip.Writer, name string, ps []Paragraph) error {
	body, err := content(name, ps)
	if err != nil {
		return err
	}
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: stamp})
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

func content(name string, ps []Paragraph) ([]byte, error) {
	if name == documentPart {
		return document(ps), nil
	}
	src, err := parts.ReadFile("parts/" + name)
	if err != nil {
		return nil, err
	}
	return unindent(src), nil
}

// unindent joins the lines of a part, as Word writes it: one line after the
// XML declaration. No line of a part breaks within a tag or a text.
func unindent(src []byte) []byte {
	var b strings.Builder
	for i, line := range strings.Split(string(src), "\n") {
		b.WriteString(strings.TrimSpace(line))
		if i == 0 {
			b.WriteString("\r\n")
		}
	}
	return []byte(b.String())
}
