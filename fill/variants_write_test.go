package fill

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	ft "reportfill/fill/filltest"
)

// aroundRuns are what may stand around a run (%[1]s), each with a number.
var aroundRuns = map[string]string{
	"content controls": "<w:sdt><w:sdtPr><w:id w:val=\"%[2]d\"/></w:sdtPr><w:sdtContent>%[1]s</w:sdtContent></w:sdt>",
	"insertions":       `<w:ins w:id="%[2]d" w:author="a" w:date="2026-01-01T00:00:00Z">%[1]s</w:ins>`,
	"moves":            `<w:moveTo w:id="%[2]d" w:author="a" w:date="2026-01-01T00:00:00Z">%[1]s</w:moveTo>`,
	"hyperlinks":       `<w:hyperlink w:anchor="a%[2]d">%[1]s</w:hyperlink>`,
	"smart tags":       `<w:smartTag w:uri="urn:x" w:element="e%[2]d">%[1]s</w:smartTag>`,
	"custom XML":       `<w:customXml w:uri="urn:x" w:element="e%[2]d">%[1]s</w:customXml>`,
	"embeddings":       `<w:dir w:val="ltr">%[1]s</w:dir><!-- %[2]d -->`,
	"overrides":        `<w:bdo w:val="ltr">%[1]s</w:bdo><!-- %[2]d -->`,
	"simple fields":    `<w:fldSimple w:instr=" QUOTE X%[2]d ">%[1]s</w:fldSimple>`,
	"complex fields": `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"><w:fldData xml:space="preserve">WABYAA==</w:fldData></w:fldChar></w:r>` +
		`<w:r><w:instrText xml:space="preserve"> QUOTE X%[2]d </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%[1]s` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
	"form fields": `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f%[2]d"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput><w:default w:val="X"/></w:textInput></w:ffData></w:fldChar></w:r>` +
		`<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%[1]s` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
}

// aroundParagraphs are what may stand around a paragraph.
var aroundParagraphs = map[string]string{
	"content controls": "<w:sdt><w:sdtPr><w:id w:val=\"%[2]d\"/></w:sdtPr><w:sdtContent>%[1]s</w:sdtContent></w:sdt>",
	"custom XML":       `<w:customXml w:uri="urn:x" w:element="e%[2]d">%[1]s</w:customXml>`,
	"tables":           oneCell("%[1]s") + "<!-- %[2]d -->",
	"tables in tables": oneCell(oneCell("%[1]s")+"<w:p/>") + "<!-- %[2]d -->",
	"cells of content controls": `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:sdt><w:sdtPr><w:id w:val="%[2]d"/></w:sdtPr><w:sdtContent><w:tr>` +
		`<w:sdt><w:sdtContent><w:tc><w:tcPr><w:tcW w:w="8000" w:type="dxa"/></w:tcPr>%[1]s</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
	"text boxes":     "<w:p>" + string(ft.Box("%[1]s")) + "</w:p><!-- %[2]d -->",
	"VML text boxes": "<w:p>" + string(ft.VML("%[1]s")) + "</w:p><!-- %[2]d -->",
	"tables in text boxes in tables": oneCell("<w:p>"+string(ft.Box(ft.Markup(oneCell("%[1]s")+"<w:p/>")))+"</w:p>") +
		"<!-- %[2]d -->",
}

func oneCell(cell string) string {
	return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8000" w:type="dxa"/></w:tcPr>` + cell + "</w:tc></w:tr></w:tbl>"
}

// inDocument changes the main part.
func inDocument(d *ft.Doc, change func(document string) string) {
	for i := range d.Parts {
		if p := &d.Parts[i]; p.Name == "word/document.xml" {
			p.Data = []byte(change(string(p.Data)))
		}
	}
}

// moreNamespaces are those of text boxes.
const moreNamespaces = `<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="wps"`

// inBody changes the blocks of the main document.
func inBody(change func(body string) string) func(*ft.Doc) {
	return func(d *ft.Doc) {
		inDocument(d, func(document string) string {
			m := bodyPattern.FindStringSubmatch(document)
			return strings.Replace(m[1], "<w:document", moreNamespaces, 1) + change(m[2]) + m[3]
		})
	}
}

var (
	runPattern       = regexp.MustCompile(`<w:r>(<w:rPr>.*?</w:rPr>)?<w:t(?: xml:space="preserve")?>([^<]*)</w:t></w:r>`)
	paragraphPattern = regexp.MustCompile(`<w:p>.*?</w:p>`)
)

func eachRun(change func(n int, props, text string) string) func(string) string {
	return func(body string) string {
		n := 0
		return runPattern.ReplaceAllStringFunc(body, func(run string) string {
			m := runPattern.FindStringSubmatch(run)
			n++
			return change(n, m[1], m[2])
		})
	}
}

func eachParagraph(change func(n int, paragraph string) string) func(string) string {
	return func(body string) string {
		n := 0
		return paragraphPattern.ReplaceAllStringFunc(body, func(p string) string {
			n++
			return change(n, p)
		})
	}
}

// splitRuns gives every character a run of its own, with the same markup
// between each two; %[1]d in it is a number.
func splitRuns(between ft.Markup) func(string) string {
	id := 0
	return eachRun(func(_ int, props, text string) string {
		var b strings.Builder
		for i, c := range strings.Split(text, "") {
			if id++; i > 0 && strings.Contains(string(between), "%[1]d") {
				fmt.Fprintf(&b, string(between), id)
			} else if i > 0 {
				b.WriteString(string(between))
			}
			b.WriteString("<w:r>" + props + "<w:t>" + c + "</w:t></w:r>")
		}
		return b.String()
	})
}

func doubleMarks(body string) string {
	return eachRun(func(_ int, props, text string) string {
		return "<w:r>" + props + "<w:t>" + strings.ReplaceAll(text, "X", "XX") + "</w:t></w:r>"
	})(body)
}

// splitFormats gives every character a run, every other one struck through.
func splitFormats(body string) string {
	return eachRun(func(_ int, props, text string) string {
		var b strings.Builder
		for i, c := range strings.Split(text, "") {
			if i%2 == 1 {
				b.WriteString("<w:r><w:rPr><w:strike/></w:rPr><w:t>" + c + "</w:t></w:r>")
			} else {
				b.WriteString("<w:r>" + props + "<w:t>" + c + "</w:t></w:r>")
			}
		}
		return b.String()
	})(body)
}

// references writes every other character as a reference, in hexadecimal digits
// and in decimal ones.
func references(text string) string {
	var b strings.Builder
	for i, r := range []rune(text) {
		switch {
		case i%4 == 1:
			fmt.Fprintf(&b, "&#x%X;", r)
		case i%4 == 3 || r == 'X':
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func asASCII(document string) string {
	var b strings.Builder
	for _, r := range strings.Replace(document, `encoding="UTF-8"`, `encoding="US-ASCII"`, 1) {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "&#%d;", r)
		}
	}
	return b.String()
}

// withoutPrefix makes the namespace of elements the default one; attributes
// keep their prefix.
func withoutPrefix(document string) string {
	document = strings.NewReplacer("<w:", "<", "</w:", "</").Replace(document)
	return strings.Replace(document, "<document ", `<document xmlns="`+transitionalWord+`" `, 1)
}

func withPrefixNs0(document string) string {
	return strings.NewReplacer("<w:", "<ns0:", "</w:", "</ns0:", " w:", " ns0:", "xmlns:w=", "xmlns:ns0=").Replace(document)
}

// renameMain gives the main part another name in another folder; other stories
// stay.
func renameMain(d *ft.Doc) {
	d.Main = "office/正文1.xml"
	for i := range d.Parts {
		p := &d.Parts[i]
		switch p.Name {
		case "word/document.xml":
			p.Name = d.Main
		case "word/_rels/document.xml.rels":
			p.Name = "office/_rels/正文1.xml.rels"
			p.Data = bytes.ReplaceAll(p.Data, []byte(`Target="`), []byte(`Target="../word/`))
		case "_rels/.rels", "[Content_Types].xml":
			p.Data = bytes.ReplaceAll(p.Data, []byte("word/document.xml"), []byte(d.Main))
		}
	}
}

// openingDoc is the built-in report up to a quarter of its paragraphs: each way
// of writing shows in it, at a quarter of the time.
func openingDoc(t testing.TB) ft.Doc {
	d := reportDoc(t)
	inDocument(&d, func(document string) string {
		m := bodyPattern.FindStringSubmatch(document)
		paragraphs := paragraphPattern.FindAllString(m[2], -1)
		return m[1] + strings.Join(paragraphs[:len(paragraphs)/4], "") + m[3]
	})
	return d
}

// reportDoc is the built-in report as a document that can be written anew.
func reportDoc(t testing.TB) ft.Doc {
	t.Helper()
	report := readFile(t, "../templates/workreport/workreport.docx")
	var d ft.Doc
	for _, p := range partsOf(t, report) {
		d.Parts = append(d.Parts, ft.Part{Name: p.name, Data: []byte(p.content)})
	}
	return d
}
