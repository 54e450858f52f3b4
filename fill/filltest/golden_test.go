package filltest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

const golden = `a mark in a paragraph
-- word/document.xml --
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>X</w:t></w:r></w:p></w:body></w:document>
-- word/header1.xml --
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>
-- customXml/item1.xml --
<report/>
-- customXml/itemProps1.xml --
<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1}"/>
-- values.json --
{"x1": 5}
-- want/word/document.xml --
<w:document/>
`

func TestGolden(t *testing.T) {
	g, err := filltest.ParseGolden([]byte(golden))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(golden, string(g.Format())); diff != "" {
		t.Errorf("Format: -want +got\n%s", diff)
	}
	if got, want := g.Files["values.json"], "{\"x1\": 5}\n"; got != want {
		t.Errorf("values.json = %q, want %q", got, want)
	}
	if got, want := g.Want["word/document.xml"], "<w:document/>\n"; got != want {
		t.Errorf("want/word/document.xml = %q, want %q", got, want)
	}
	parts := unzip(t, g.Docx())
	checkPackage(t, parts)
	for _, name := range []string{"_rels/.rels", "word/_rels/document.xml.rels", "customXml/_rels/item1.xml.rels"} {
		if parts[name] == "" {
			t.Errorf("%s was not made", name)
		}
	}
}

func TestGoldenRefusesANameGivenTwice(t *testing.T) {
	if _, err := filltest.ParseGolden([]byte("-- a/b --\n-- a/b --\n")); err == nil {
		t.Error("ParseGolden takes it")
	}
}
