package fill

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

// builtInTemplate compiles the built-in work report.
func builtInTemplate(t testing.TB) *Template {
	t.Helper()
	p, s := builtIn(t)
	tm, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return tm
}

// textTemplate compiles a document whose placeholders are all texts.
func textTemplate(t testing.TB, docx []byte) *Template {
	t.Helper()
	p, err := Open(docx, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	tm, err := Compile(p, textSchema(p))
	if err != nil {
		t.Fatal(err)
	}
	return tm
}

// textSchema has a text field for each placeholder that is certain.
func textSchema(p *Package) Schema {
	s := DefaultSchema(p)
	for i := range s.Fields {
		s.Fields[i] = Field{Name: s.Fields[i].Name, Kind: KindText}
	}
	return s
}

func texts(values ...string) Values {
	var v Values
	for i, text := range values {
		v = append(v, Entry{Position: i + 1, Value: Value{Type: String, Text: text}})
	}
	return v
}

func fillBytes(t testing.TB, tm *Template, v Values, o Options) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := tm.Fill(&buf, v, o); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// paragraphTexts gives the text of a package's paragraphs.
func paragraphTexts(t testing.TB, docx []byte) []string {
	t.Helper()
	p, err := Open(docx, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	ps, err := p.Paragraphs()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, para := range ps {
		out = append(out, para.Text)
	}
	return out
}

// TestFillValues holds that a value comes out as it was given, whatever it is
// made of.
func TestFillValues(t *testing.T) {
	values := []string{
		"12.30", "X", "XX市", "&<>\"'", "]]>", "𠮷", "第一行\n第二行", "甲\t乙", "\n", "\t\n\t", " 前后空格 ", "\u00a0", "{{x1}}",
		strings.Repeat("长", 10_000), "&amp;", "<w:t>X</w:t>", "a\r\nb",
	}
	tm := textTemplate(t, filltest.Docx("X亿元", "甲X乙", "甲乙X", " X ", "X"))
	for _, v := range values {
		got := paragraphTexts(t, fillBytes(t, tm, texts(v, v, v, v, v), Options{}))
		v = strings.ReplaceAll(v, "\r\n", "\n")
		want := []string{v + "亿元", "甲" + v + "乙", "甲乙" + v, " " + v + " ", v}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.40q (-want +got):\n%s", v, diff)
		}
	}
}

// TestFillRefusesText holds that no character reaches the XML that it cannot
// hold (XML 1.0, 2.2).
func TestFillRefusesText(t *testing.T) {
	tm := textTemplate(t, filltest.Docx("X"))
	for _, v := range []string{"\x00", "a\uFFFEb", "\x1b", "\xff"} {
		var invalid *InvalidError
		err := tm.Fill(io.Discard, texts(v), Options{})
		if !errors.As(err, &invalid) || invalid.Problems[0].Code != CodeText {
			t.Errorf("%q: got %v, want %s", v, err, CodeText)
		}
	}
}

func TestFillMissing(t *testing.T) {
	tm := textTemplate(t, filltest.Docx("甲X乙", "X丙"))
	v := texts("一")[:1]
	v[0] = Entry{Name: "x1", Value: Value{Type: String, Text: "一"}}
	var buf bytes.Buffer
	if err := tm.Fill(&buf, v, Options{}); !errors.Is(err, ErrInvalid) || buf.Len() > 0 {
		t.Errorf("error: got %v and %d bytes, want a refusal before the first byte", err, buf.Len())
	}
	blank := paragraphTexts(t, fillBytes(t, tm, v, Options{Missing: MissingBlank}))
	if diff := cmp.Diff([]string{"甲一乙", "丙"}, blank); diff != "" {
		t.Errorf("blank (-want +got):\n%s", diff)
	}
	kept := fillBytes(t, tm, v, Options{Missing: MissingKeep})
	if diff := cmp.Diff([]string{"甲一乙", "X丙"}, paragraphTexts(t, kept)); diff != "" {
		t.Errorf("keep (-want +got):\n%s", diff)
	}
	if xml := partText(t, kept, "word/document.xml"); !strings.Contains(xml, `<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">X</w:t>`) {
		t.Errorf("the mark is not highlighted: %s", xml)
	}
}

func partText(t testing.TB, docx []byte, name string) string {
	t.Helper()
	a, err := openArchive(docx, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	opc, err := openParts(a)
	if err != nil {
		t.Fatal(err)
	}
	xml, _, err := opc.xml(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(xml)
}

// exampleValues is a payload of the built-in report's examples.
func exampleValues(tm *Template) Values {
	var v Values
	for _, f := range tm.Fields() {
		v = append(v, Entry{Name: f.Name, Value: benchValue(f)})
	}
	return v
}

// TestFillChangesNothingElse holds over every entry of the built-in report that
// only document.xml changes, and in it only the placeholders.
func TestFillChangesNothingElse(t *testing.T) {
	tm := builtInTemplate(t)
	filled := fillBytes(t, tm, exampleValues(tm), Options{})
	old, now := tm.pkg.archive, openedArchive(t, filled)
	if len(old.entries) != len(now.entries) {
		t.Fatalf("got %d entries, want %d", len(now.entries), len(old.entries))
	}
	for i, e := range old.entries {
		n := now.entries[i]
		switch {
		case n.Name != e.Name || n.Method != e.Method || !n.Modified.Equal(e.Modified) || n.ExternalAttrs != e.ExternalAttrs:
			t.Errorf("entry %d: got %+v, want %+v", i, n.FileHeader, e.FileHeader)
		case e.Name == "word/document.xml":
		case !bytes.Equal(n.raw, e.raw):
			t.Errorf("%s: the compressed bytes differ", e.Name)
		}
	}
	checkFixedText(t, tm, partText(t, filled, "word/document.xml"))
}

// checkFixedText holds that a filled part is the draft's bytes with a value in
// each hole and nothing else.
func checkFixedText(t *testing.T, tm *Template, got string) {
	t.Helper()
	draft := string(tm.pkg.stories[0].xml)
	texts := map[string]string{}
	for _, e := range exampleValues(tm) {
		texts[e.Name] = e.Value.Text
	}
	var want strings.Builder
	at := 0
	for i, sites := range tm.pkg.sites {
		for _, pc := range sites[0].pieces {
			want.WriteString(draft[at:pc.from])
			want.WriteString(texts[tm.fields[tm.fieldOf[i]].Name])
			at = pc.to
		}
	}
	want.WriteString(draft[at:])
	if got != want.String() {
		t.Errorf("document.xml differs from the draft with its values: %s", cmp.Diff(want.String(), got))
	}
}

func openedArchive(t *testing.T, docx []byte) *archive {
	t.Helper()
	a, err := openArchive(docx, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestFillTwice holds that equal input gives equal bytes, also from many
// goroutines at once.
func TestFillTwice(t *testing.T) {
	tm := builtInTemplate(t)
	v := exampleValues(tm)
	want := fillBytes(t, tm, v, Options{})
	got := make(chan []byte)
	const n = 16
	for range n {
		go func() {
			out, err := tm.Append(nil, v, Options{})
			if err != nil {
				t.Error(err)
			}
			got <- out
		}()
	}
	for range n {
		if !bytes.Equal(<-got, want) {
			t.Error("two fills of the same values differ")
		}
	}
}
