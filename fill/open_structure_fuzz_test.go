package fill

import (
	"strings"
	"testing"

	ft "reportfill/fill/filltest"
)

// fuzzElements are what a fuzzed structure may open. Those with an end are
// wrappers of several elements.
var fuzzElements = []struct{ start, end string }{
	{"<w:p>", ""}, {"<w:r>", ""}, {"<w:t>", ""}, {`<w:t xml:space="default">`, ""}, {`<w:t xml:space="preserve">`, ""},
	{"<w:p><w:r><w:t>", "</w:t></w:r></w:p>"}, {`<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>`, "</w:t></w:r>"},
	{"<w:rPr>", ""}, {"<w:ins>", ""}, {"<w:del>", ""}, {"<w:moveFrom>", ""}, {"<w:smartTag>", ""}, {"<w:fldSimple>", ""},
	{`<w:hyperlink w:anchor="_Toc1">`, ""}, {`<w:hyperlink w:anchor="_Toc2">`, ""},
	{"<w:tbl>", ""}, {"<w:tr>", ""}, {"<w:tc>", ""}, {"<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"},
	{"<w:sdt>", ""}, {`<w:sdt><w:sdtPr><w:dataBinding w:xpath="/r/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>`, "</w:sdtContent></w:sdt>"},
	{`<w:sdt><w:sdtPr><w:dataBinding w:xpath="/r/b[2]"/></w:sdtPr><w:sdtContent>`, "</w:sdtContent></w:sdt>"},
	{`<w:sdt><w:sdtPr><w:dataBinding w:xpath="/coreProperties/title" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent>`, "</w:sdtContent></w:sdt>"},
	{"<mc:AlternateContent>", ""}, {"<mc:Choice>", ""}, {"<mc:Fallback>", ""}, {"<w:drawing>", ""}, {"<w:pict>", ""}, {"<w:txbxContent>", ""},
	{"<w:ruby>", ""}, {"<w:rt>", ""}, {"<w:rubyBase>", ""}, {"<m:oMath>", ""},
	{"<a:p>", ""}, {"<a:r>", ""}, {`<a:fld id="1">`, ""}, {"<a:rPr>", ""}, {"<a:t>", ""}, {"<a:br>", ""}, {"<a:p><a:r><a:t>", "</a:t></a:r></a:p>"},
	{"<c:strCache><c:pt>", "</c:pt></c:strCache>"}, {"<c:v>", ""}, {"<dc:title>", ""},
	{`<x:r xmlns:x="` + transitionalWord + `">`, ""}, {`<y:t xmlns:y="` + transitionalWord + `">`, ""},
}

// fuzzLeaves are what may stand anywhere in it.
var fuzzLeaves = []string{
	"X", "XX", "20XX年", "X市", "X", "X", "共", "个", " ", "]", "]]", ">", "&gt;", "&#88;", "<![CDATA[X]]>", "<![CDATA[]]X>]]>", "<!--X-->", "<?x?>", "{{name}}",
	"<w:br/>", "<w:tab/>", "<w:softHyphen/>", "<w:sym/>", `<w:highlight w:val="red"/>`, "<w:u/>", "<w:rPr/>", "<a:rPr/>",
	`<w:fldChar w:fldCharType="begin"/>`, `<w:fldChar w:fldCharType="separate"/>`, `<w:fldChar w:fldCharType="end"/>`,
	"<w:instrText>TOC</w:instrText>", "<w:instrText>PAGEREF _Toc1</w:instrText>",
	`<w:bookmarkStart w:name="_Toc1"/>`, `<w:bookmarkStart w:name="_Toc2"/>`, `<w:pPr><w:outlineLvl w:val="1"/></w:pPr>`,
}

const fuzzNamespaces = `<w:document xmlns:w="` + transitionalWord + `" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:dc="http://purl.org/dc/elements/1.1/">`

// structure makes well-formed XML of any bytes: each opens an element, closes
// one, or stands for a leaf.
func structure(ops []byte) string {
	var b strings.Builder
	var ends []string
	b.WriteString(fuzzNamespaces)
	for _, op := range ops {
		switch n := int(op); {
		case n < len(fuzzElements) && len(ends) < 30:
			el := fuzzElements[n]
			b.WriteString(el.start)
			if el.end == "" {
				el.end = "</" + el.start[1:strings.IndexAny(el.start, " >")] + ">"
			}
			ends = append(ends, el.end)
		case n < 2*len(fuzzElements):
			if last := len(ends) - 1; last >= 0 {
				b.WriteString(ends[last])
				ends = ends[:last]
			}
		default:
			b.WriteString(fuzzLeaves[n%len(fuzzLeaves)])
		}
	}
	for last := len(ends) - 1; last >= 0; last-- {
		b.WriteString(ends[last])
	}
	b.WriteString("</w:document>")
	return b.String()
}

// FuzzOpenStructure holds what FuzzOpen does, of elements in any order, which
// custom XML and a property may be bound to.
func FuzzOpenStructure(f *testing.F) {
	f.Add([]byte{5, 200, 45, 5, 201, 45}, uint8(0))
	f.Add([]byte{0, 20, 6, 210, 45, 45, 0, 20, 6, 210}, uint8(1))
	f.Add([]byte{0, 1, 23, 24, 28, 5, 200, 45, 45, 45, 25, 28, 5, 200}, uint8(2))
	f.Add([]byte{15, 16, 17, 5, 200, 45, 45, 17, 5, 201}, uint8(0))
	data := ft.Data{ID: "{1}", XML: "<r><a>X市</a><b/><b>X</b></r>"}
	f.Fuzz(func(t *testing.T, ops []byte, way uint8) {
		if len(ops) > 300 {
			return
		}
		d := ft.Doc{Data: []ft.Data{data}, Title: "X市", Zip: ft.Zip{Stored: true},
			Parts: []ft.Part{{Name: "word/document.xml", Data: []byte(structure(ops))}}}
		if way/3%4 == 1 {
			d.Encoding = ft.UTF16LE
		}
		checkOpen(t, d.Docx(), way)
	})
}
