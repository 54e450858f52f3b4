package gbdoc

import (
	"bytes"
	"encoding/xml"
	"strings"
)

const (
	documentHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" +
		`<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

	// The page of GB/T 9704-2012, 5.2 and 6: A4, 37 mm above, 28 mm to the left,
	// a text area of 156 mm by 225 mm, a footer 7 mm below it; lengths are in
	// twentieths of a point. Lines of 28 pt make 22 to a page. The 28 letters to a
	// line that the standard names for the general case are 27: they would need
	// a character grid or closer letters, with which LibreOffice spreads the
	// lines or loses punctuation at their ends.
	section = `<w:sectPr>` +
		`<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1247" w:gutter="0"/>` +
		`<w:cols w:space="425"/>` +
		`<w:docGrid w:linePitch="560"/>` +
		`</w:sectPr>`

	documentTail = section + `</w:body></w:document>`
)

// document writes word/document.xml.
func document(ps []Paragraph) []byte {
	var b bytes.Buffer
	b.WriteString(documentHead)
	for _, p := range ps {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + p.Style + `"/><w:rPr>` + western + `/></w:rPr></w:pPr>`)
		for _, r := range runs(p) {
			writeRun(&b, r)
		}
		b.WriteString(`</w:p>`)
	}
	b.WriteString(documentTail)
	return b.Bytes()
}

func writeRun(b *bytes.Buffer, r run) {
	b.WriteString(`<w:r><w:rPr>` + r.properties() + `</w:rPr><w:t`)
	if strings.TrimSpace(r.text) != r.text {
		b.WriteString(` xml:space="preserve"`)
	}
	b.WriteString(`>`)
	_ = xml.EscapeText(b, []byte(r.text)) // a bytes.Buffer takes everything
	b.WriteString(`</w:t></w:r>`)
}

// western opens the fonts of a run. Offices set the western font over the whole
// text before they print, so that a figure keeps it in any paragraph; Word
// writes that into every run and paragraph mark.
const western = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"`

// properties are the children of w:rPr, in the order of ECMA-376 part 1, 17.3.2.28.
// The hint gives characters that both scripts have (quotes, dashes, the
// ellipsis) the Chinese font: 17.3.2.26.
func (r run) properties() string {
	s := western
	if !r.western {
		s += ` w:hint="eastAsia"`
	}
	s += `/>`
	if r.bold {
		s += `<w:b/><w:bCs/>`
	}
	if !r.western {
		s += `<w:lang w:eastAsia="zh-CN"/>`
	}
	return s
}
