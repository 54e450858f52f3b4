package filltest

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// Part is one part of a package.
type Part struct {
	Name string // without leading slash
	Data []byte
	Type string // content type; empty means that of its file name's extension
	Rel  string // type of the relationship that leads to it; empty for none
	Of   string // the part that the relationship belongs to; empty means the package
	ID   string // of the relationship; empty means the next free one
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	wordML   = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	drawML   = "application/vnd.openxmlformats-officedocument.drawingml."
	officeML = "application/vnd.openxmlformats-officedocument."
	office   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// kinds are the parts that are known by their relationship: its type, the
// content type, and the name by which a golden file's part is taken for one.
var kinds = []struct{ kind, rel, contentType, names string }{
	{"officeDocument", office + "officeDocument", wordML + "document.main+xml", "word/document.xml"},
	{"core-properties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
		"application/vnd.openxmlformats-package.core-properties+xml", "docProps/core.xml"},
	{"header", office + "header", wordML + "header+xml", "word/header*.xml"},
	{"footer", office + "footer", wordML + "footer+xml", "word/footer*.xml"},
	{"footnotes", office + "footnotes", wordML + "footnotes+xml", "word/footnotes.xml"},
	{"endnotes", office + "endnotes", wordML + "endnotes+xml", "word/endnotes.xml"},
	{"comments", office + "comments", wordML + "comments+xml", "word/comments.xml"},
	{"styles", office + "styles", wordML + "styles+xml", "word/styles.xml"},
	{"settings", office + "settings", wordML + "settings+xml", "word/settings.xml"},
	{"chart", office + "chart", drawML + "chart+xml", "word/charts/chart*.xml"},
	{"diagramData", office + "diagramData", drawML + "diagramData+xml", "word/diagrams/data*.xml"},
	{"diagramLayout", office + "diagramLayout", drawML + "diagramLayout+xml", "word/diagrams/layout*.xml"},
	{"diagramQuickStyle", office + "diagramQuickStyle", drawML + "diagramStyle+xml", "word/diagrams/quickStyle*.xml"},
	{"diagramColors", office + "diagramColors", drawML + "diagramColors+xml", "word/diagrams/colors*.xml"},
	{"diagramDrawing", "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
		"application/vnd.ms-office.drawingml.diagramDrawing+xml", "word/diagrams/drawing*.xml"},
	{"customXml", office + "customXml", "application/xml", "customXml/item[0-9].xml"},
	{"customXmlProps", office + "customXmlProps", officeML + "customXmlProperties+xml", "customXml/itemProps*.xml"},
}

// newPart is a part of a known kind that another one refers to.
func newPart(kind, name, of string, data Markup) Part {
	for _, k := range kinds {
		if k.kind == kind {
			return Part{Name: name, Data: []byte(declaration + string(data)), Type: k.contentType, Rel: k.rel, Of: of}
		}
	}
	panic("filltest: no kind of part is called " + kind)
}

// named is a part of the kind that its name tells; of none if the name tells none.
func named(name string, data []byte) Part {
	p := Part{Name: name, Data: data}
	for _, k := range kinds {
		if ok, _ := path.Match(k.names, name); !ok {
			continue
		}
		p.Type, p.Rel = k.contentType, k.rel
		switch k.kind {
		case "officeDocument", "core-properties":
		case "customXmlProps":
			p.Of = strings.Replace(name, "itemProps", "item", 1)
		default:
			p.Of = "word/document.xml"
		}
	}
	return p
}

// replace puts further parts at the end, or where one of the same name stands.
func replace(parts, further []Part) []Part {
	for _, f := range further {
		i := slices.IndexFunc(parts, func(p Part) bool { return p.Name == f.Name })
		if i < 0 {
			parts = append(parts, f)
			continue
		}
		if f.Rel == "" {
			f.Rel, f.Of, f.ID = parts[i].Rel, parts[i].Of, parts[i].ID
		}
		if f.Type == "" {
			f.Type = parts[i].Type
		}
		parts[i] = f
	}
	return parts
}

// complete puts the content types first and each part's relationships behind
// the part, unless they are there.
func complete(parts []Part) []Part {
	has := func(name string) bool {
		return slices.ContainsFunc(parts, func(p Part) bool { return p.Name == name })
	}
	var out []Part
	if !has("[Content_Types].xml") {
		out = append(out, contentTypes(parts))
	}
	for _, of := range append([]Part{{}}, parts...) {
		if of.Name != "" {
			out = append(out, of)
		}
		if rels := relationships(of.Name, parts); rels.Data != nil && !has(rels.Name) {
			out = append(out, rels)
		}
	}
	return out
}

func contentTypes(parts []Part) Part {
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="bin" ContentType="application/octet-stream"/>` +
		`<Default Extension="png" ContentType="image/png"/>`)
	for _, p := range parts {
		if p.Type != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, escape(p.Name), escape(p.Type))
		}
	}
	b.WriteString("</Types>")
	return Part{Name: "[Content_Types].xml", Data: []byte(b.String())}
}

// relationships is the relationships part of a part, or of the package; without
// data if nothing is led to.
func relationships(of string, parts []Part) Part {
	var b strings.Builder
	for i, p := range parts {
		if p.Rel == "" || p.Of != of || p.Name == of {
			continue
		}
		if p.ID == "" {
			p.ID = fmt.Sprintf("rIdPart%d", i)
		}
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="/%s"/>`, p.ID, p.Rel, escape(p.Name))
	}
	dir, base := path.Split(of)
	rels := Part{Name: dir + "_rels/" + base + ".rels"}
	if b.Len() > 0 {
		rels.Data = []byte(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			b.String() + "</Relationships>")
	}
	return rels
}

func isXML(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}
