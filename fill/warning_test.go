package fill

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	ft "reportfill/fill/filltest"
)

// TestWarnings holds that whatever Word might fetch is told, wherever in the
// package it is referred to, and links that a reader follows are not.
func TestWarnings(t *testing.T) {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	rels := func(list string) []byte {
		return []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + list + "</Relationships>")
	}
	d := ft.Doc{Body: []ft.Markup{ft.P(ft.T("X"))}, Parts: []ft.Part{
		{Name: "word/settings.xml", Data: []byte("<settings/>")},
		{Name: "word/_rels/settings.xml.rels", Data: rels(`<Relationship Id="a" Type="` + office + `attachedTemplate" Target="https://example.com/a.dotx" TargetMode="External"/>`)},
		{Name: "word/_rels/document.xml.rels", Data: rels(`<Relationship Id="s" Type="` + office + `settings" Target="settings.xml"/>` +
			`<Relationship Id="i" Type="` + office + `image" Target="file:///c:/a.png" TargetMode="External"/>` +
			`<Relationship Id="h" Type="` + office + `hyperlink" Target="https://example.com" TargetMode="External"/>` +
			`<Relationship Id="c" Type="` + office + `aFChunk" Target="a.html"/>`)},
	}}
	p, err := Open(d.Docx(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range p.Warnings() {
		got = append(got, w.Code+" "+w.Part)
	}
	want := []string{"external_target file:///c:/a.png", "alt_chunk word/a.html", "external_target https://example.com/a.dotx"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
