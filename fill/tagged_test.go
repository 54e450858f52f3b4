package fill

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

// TestTaggedFillsAlike holds that the docx library, filling the tagged draft
// name by name, gives the same text as Fill.
func TestTaggedFillsAlike(t *testing.T) {
	tm := builtInTemplate(t)
	v := exampleValues(tm)
	var tagged, byLibrary bytes.Buffer
	if err := tm.Tagged(&tagged); err != nil {
		t.Fatal(err)
	}
	fillByLibrary(t, &byLibrary, tagged.Bytes(), v)
	want := paragraphTexts(t, fillBytes(t, tm, v, Options{}))
	if diff := cmp.Diff(want, paragraphTexts(t, byLibrary.Bytes())); diff != "" {
		t.Errorf("(-Fill +library):\n%s", diff)
	}
}

// TestTaggedReadsBack holds that the tags of a tagged draft are read as
// placeholders that carry their fields' names.
func TestTaggedReadsBack(t *testing.T) {
	tm := builtInTemplate(t)
	var tagged bytes.Buffer
	if err := tm.Tagged(&tagged); err != nil {
		t.Fatal(err)
	}
	p, err := Open(tagged.Bytes(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, ph := range p.placeholders {
		got = append(got, ph.Name)
	}
	if diff := cmp.Diff(tm.schema.Placeholders, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTaggedElsewhere holds that a main document which the library does not
// know is tagged all the same.
func TestTaggedElsewhere(t *testing.T) {
	docx := filltest.Doc{Body: []filltest.Markup{filltest.P(filltest.T("共X个"))}, Encoding: filltest.UTF16LE}.Docx()
	var tagged bytes.Buffer
	if err := textTemplate(t, docx).Tagged(&tagged); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"共{{x1}}个"}, paragraphTexts(t, tagged.Bytes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
