package filltest

import (
	"fmt"
	"strings"
)

// Doc is a .docx in the making. Its zero value is an empty document.
type Doc struct {
	Body      []Markup // blocks of the main document
	Headers   []Markup // the blocks of each header: of all pages, the first, even ones
	Footers   []Markup
	Footnotes []Markup // the blocks of each note; Footnote(1) refers to the first
	Endnotes  []Markup
	Charts    []Chart   // each shown in a paragraph after the body
	Diagrams  []Diagram // likewise
	Data      []Data    // custom XML parts
	Styles    Markup    // the styles of the styles part; empty for no such part

	Title, Subject, Keywords string // properties; the part is there if one of them is

	Main     string // name of the main part; empty means word/document.xml
	Strict   bool   // the namespaces of ECMA-376 Strict
	Encoding Encoding
	Parts    []Part // further parts; one of the same name takes the place of a made one
	Zip      Zip
}

// Docx is the package of a document with these paragraphs.
func Docx(paragraphs ...string) []byte {
	var d Doc
	for _, text := range paragraphs {
		d.Body = append(d.Body, P(T(text)))
	}
	return d.Docx()
}

// Docx is the package's bytes.
func (d Doc) Docx() []byte { return d.Zip.write(d.parts()) }

// parts gives all parts as they are zipped.
func (d Doc) parts() []Part {
	if d.Main == "" {
		d.Main = "word/document.xml"
	}
	parts := complete(replace(d.made(), d.Parts))
	for i := range parts {
		if d.Strict {
			parts[i].Data = []byte(toStrict.Replace(string(parts[i].Data)))
		}
		if isXML(parts[i].Name) {
			parts[i].Data = d.Encoding.encode(parts[i].Data)
		}
	}
	return parts
}

// made gives the parts that the fields describe, the main document first.
func (d Doc) made() []Part {
	dir := d.Main[:strings.LastIndexByte(d.Main, '/')+1]
	parts := []Part{{}}
	var section, shown strings.Builder
	add := func(kind, name string, data Markup) string {
		p := newPart(kind, name, d.Main, data)
		p.ID = fmt.Sprintf("rId%d", len(parts))
		parts = append(parts, p)
		return p.ID
	}
	for i, blocks := range d.Headers {
		id := add("header", fmt.Sprintf("%sheader%d.xml", dir, i+1), story("hdr", blocks))
		fmt.Fprintf(&section, `<w:headerReference w:type=%q r:id=%q/>`, pages[i], id)
	}
	for i, blocks := range d.Footers {
		id := add("footer", fmt.Sprintf("%sfooter%d.xml", dir, i+1), story("ftr", blocks))
		fmt.Fprintf(&section, `<w:footerReference w:type=%q r:id=%q/>`, pages[i], id)
	}
	if len(d.Footnotes) > 0 {
		add("footnotes", dir+"footnotes.xml", notes("footnote", d.Footnotes))
	}
	if len(d.Endnotes) > 0 {
		add("endnotes", dir+"endnotes.xml", notes("endnote", d.Endnotes))
	}
	for i, c := range d.Charts {
		shown.WriteString(string(c.shown(add("chart", fmt.Sprintf("%scharts/chart%d.xml", dir, i+1), c.part()), i+1)))
	}
	for i, g := range d.Diagrams {
		shown.WriteString(string(g.add(add, dir, i+1)))
	}
	if d.Styles != "" {
		add("styles", dir+"styles.xml", story("styles", d.Styles))
	}
	for i, c := range d.Data {
		parts = append(parts, c.parts(d.Main, fmt.Sprintf("rId%d", len(parts)), i+1)...)
	}
	if d.Title+d.Subject+d.Keywords != "" {
		parts = append(parts, newPart("core-properties", "docProps/core.xml", "", d.properties()))
	}
	body := "<w:body>" + Join(d.Body...) + Markup(shown.String()) + "<w:sectPr>" + Markup(section.String()) + "</w:sectPr></w:body>"
	parts[0] = newPart("officeDocument", d.Main, "", story("document", body))
	return parts
}

// pages are the kinds of pages that a section has headers and footers for.
var pages = []string{"default", "first", "even"}

// namespaces are those that every story declares.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
	` xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:v="urn:schemas-microsoft-com:vml"`

// story is a part whose root is the w: element of this name.
func story(root string, content Markup) Markup {
	return Markup(fmt.Sprintf("<w:%s%s>%s</w:%[1]s>", root, namespaces, content))
}

// notes is a part of footnotes or endnotes, with the two separators that Word
// numbers -1 and 0.
func notes(kind string, blocks []Markup) Markup {
	var b strings.Builder
	for i, name := range []string{"separator", "continuationSeparator"} {
		fmt.Fprintf(&b, `<w:%s w:type=%q w:id="%d"><w:p><w:r><w:%[2]s/></w:r></w:p></w:%[1]s>`, kind, name, i-1)
	}
	for i, text := range blocks {
		fmt.Fprintf(&b, `<w:%s w:id="%d">%s</w:%[1]s>`, kind, i+1, text)
	}
	return story(kind+"s", Markup(b.String()))
}

// properties is the part of the core properties (ECMA-376 part 2, clause 8).
func (d Doc) properties() Markup {
	return Markup(fmt.Sprintf(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`+
		` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:subject>%s</dc:subject>`+
		`<cp:keywords>%s</cp:keywords></cp:coreProperties>`, escape(d.Title), escape(d.Subject), escape(d.Keywords)))
}
