package filltest_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"
	"unicode/utf16"

	"reportfill/fill/filltest"
)

var data = filltest.Data{ID: "{6A5A7C1E-0000-4000-8000-000000000001}", XML: "<report><city>X</city></report>"}

// everything is a document with each construct that the package knows.
var everything = filltest.Doc{
	Body: []filltest.Markup{
		filltest.Styled("Heading1", filltest.T("一、总则 & <要求>")),
		filltest.P(filltest.T("完成"), filltest.Bold("X"), filltest.T("亿元\t\n\u00AD\u2011 "), filltest.Footnote(1), filltest.Endnote(1)),
		filltest.P(filltest.Split("20XX年", filltest.ProofError+filltest.Bookmark)),
		filltest.P(filltest.Hyperlink(filltest.T("X")), filltest.SmartTag(filltest.T("X")), filltest.Control(filltest.T("X")),
			filltest.Inserted(filltest.T("X")), filltest.Deleted("X"), filltest.MovedFrom("X"), filltest.MovedTo(filltest.T("X")),
			filltest.SimpleField(`DATE \@ "yyyy"`, filltest.T("X")), filltest.Field("DATE", filltest.T("X")),
			filltest.Ruby("X", "guide"), filltest.Formula("X")),
		filltest.RightToLeft("X", "Y"),
		filltest.Control(filltest.P(filltest.Bound(data, "/report[1]/city[1]", filltest.T("X")))),
		filltest.Table([]string{"项目", "金额"}, []string{"收入", "X"}),
		filltest.TableOf([]filltest.Markup{filltest.Table([]string{"X"}) + filltest.P()}),
		filltest.P(filltest.Box(filltest.P(filltest.T("X"))), filltest.VML(filltest.P(filltest.T("X")))),
	},
	Headers:   []filltest.Markup{filltest.P(filltest.T("X市")), filltest.P(filltest.T("首页"))},
	Footers:   []filltest.Markup{filltest.P(filltest.T("第X页"))},
	Footnotes: []filltest.Markup{filltest.P(filltest.T("注X"))},
	Endnotes:  []filltest.Markup{filltest.P(filltest.T("尾注X"))},
	Charts:    []filltest.Chart{{Title: "收入X", Labels: []string{"X年", "X月"}}},
	Diagrams:  []filltest.Diagram{{"X", "Y"}},
	Data:      []filltest.Data{data},
	Styles:    `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>`,
	Title:     "X市报告", Subject: "X", Keywords: "“X”",
}

// variants are everything in each way to write it.
func variants() map[string]filltest.Doc {
	out := map[string]filltest.Doc{"empty": {}}
	vary := func(name string, change func(*filltest.Doc)) {
		d := everything
		change(&d)
		out[name] = d
	}
	vary("plain", func(*filltest.Doc) {})
	vary("strict", func(d *filltest.Doc) { d.Strict = true })
	vary("main", func(d *filltest.Doc) { d.Main = "office/正文.xml" })
	vary("bom", func(d *filltest.Doc) { d.Encoding = filltest.UTF8BOM })
	vary("utf16le", func(d *filltest.Doc) { d.Encoding = filltest.UTF16LE })
	vary("utf16be", func(d *filltest.Doc) { d.Encoding = filltest.UTF16BE })
	vary("utf16raw", func(d *filltest.Doc) { d.Encoding = filltest.UTF16Raw })
	vary("stored", func(d *filltest.Doc) { d.Zip.Stored = true })
	vary("descriptors", func(d *filltest.Doc) { d.Zip.Descriptors = true })
	vary("zip64", func(d *filltest.Doc) { d.Zip = filltest.Zip{Zip64: true, Comment: "64"} })
	vary("reversed", func(d *filltest.Doc) { d.Zip.Reversed = true })
	vary("leading", func(d *filltest.Doc) { d.Zip = filltest.Zip{Leading: []byte("#!stub\n"), Comment: "zip"} })
	vary("parts", func(d *filltest.Doc) {
		d.Parts = []filltest.Part{{Name: "word/media/a.bin", Data: []byte{0, 1}}, {Name: "word/styles.xml", Data: []byte("<styles/>")}}
	})
	return out
}

func TestDocxIsAPackage(t *testing.T) {
	for name, d := range variants() {
		t.Run(name, func(t *testing.T) {
			docx := d.Docx()
			if !bytes.Equal(docx, d.Docx()) {
				t.Error("two builds differ")
			}
			checkPackage(t, unzip(t, docx))
		})
	}
}

// unzip gives the parts in UTF-8.
func unzip(t *testing.T, docx []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r) // checks the CRC
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if _, twice := parts[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		parts[f.Name] = toUTF8(text)
	}
	return parts
}

func toUTF8(text []byte) string {
	big := bytes.HasPrefix(text, []byte("\xfe\xff"))
	if !big && !bytes.HasPrefix(text, []byte("\xff\xfe")) && !bytes.HasPrefix(text, []byte("<\x00")) {
		return string(bytes.TrimPrefix(text, []byte("\ufeff")))
	}
	var units []uint16
	for i := 0; i+1 < len(text); i += 2 {
		a, b := uint16(text[i]), uint16(text[i+1])
		if big {
			a, b = b, a
		}
		units = append(units, a|b<<8)
	}
	s := strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
	return strings.Replace(s, `encoding="UTF-16"`, `encoding="UTF-8"`, 1)
}

// checkPackage holds that the XML is well-formed, that relationships lead to
// parts, and that each part has a content type.
func checkPackage(t *testing.T, parts map[string]string) {
	t.Helper()
	types := parts["[Content_Types].xml"]
	for name, text := range parts {
		isRels := strings.HasSuffix(name, ".rels")
		if !isRels && !strings.HasSuffix(name, ".xml") {
			continue
		}
		ids := map[string]bool{}
		for _, el := range elements(t, name, text) {
			switch {
			case isRels && el.Name.Local == "Relationship":
				if target := strings.TrimPrefix(attr(el, "Target"), "/"); parts[target] == "" {
					t.Errorf("%s leads to %s, which is missing", name, target)
				}
				if id := attr(el, "Id"); id == "" || ids[id] {
					t.Errorf("%s: the id %q is not the relationship's own", name, id)
				}
				ids[attr(el, "Id")] = true
			case el.Name.Local == "Override":
				if part := strings.TrimPrefix(attr(el, "PartName"), "/"); parts[part] == "" {
					t.Errorf("content type of %s, which is missing", part)
				}
			}
		}
		if path.Dir(name) != "." && !isRels && !strings.Contains(types, `PartName="/`+name+`"`) && !strings.HasPrefix(name, "customXml/item") {
			t.Errorf("%s has no content type", name)
		}
	}
}

func elements(t *testing.T, name, text string) []xml.StartElement {
	t.Helper()
	var out []xml.StartElement
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if el, ok := token.(xml.StartElement); ok {
			if el.Name.Space != "" && !strings.Contains(el.Name.Space, ":") {
				t.Errorf("%s: the prefix of %s is not declared", name, el.Name.Local)
			}
			out = append(out, el.Copy())
		}
	}
}

func attr(el xml.StartElement, local string) string {
	for _, a := range el.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// TestZipVariants holds that each variant is what its name says.
func TestZipVariants(t *testing.T) {
	file := func(z filltest.Zip) (*zip.File, []byte) {
		docx := filltest.Doc{Zip: z}.Docx()
		zr, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
		if err != nil {
			t.Fatal(err)
		}
		return zr.File[0], docx
	}
	if f, _ := file(filltest.Zip{}); f.Method != zip.Deflate || f.Flags&8 != 0 || f.Name != "[Content_Types].xml" {
		t.Errorf("plain: %+v", f.FileHeader)
	}
	if f, _ := file(filltest.Zip{Stored: true}); f.Method != zip.Store {
		t.Errorf("stored: method %d", f.Method)
	}
	if f, _ := file(filltest.Zip{Descriptors: true}); f.Flags&8 == 0 {
		t.Error("descriptors: the flag is not set")
	}
	if f, docx := file(filltest.Zip{Zip64: true}); !bytes.Contains(docx, []byte("PK\x06\x06")) || len(f.Extra) == 0 {
		t.Error("zip64: no such records")
	}
	if f, _ := file(filltest.Zip{Reversed: true}); f.Name == "[Content_Types].xml" {
		t.Error("reversed: the content types are first")
	}
	if _, docx := file(filltest.Zip{Leading: []byte("stub")}); !bytes.HasPrefix(docx, []byte("stubPK")) {
		t.Error("leading: no leading bytes")
	}
}
