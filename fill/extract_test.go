package fill

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

// TestExtractBuiltIn holds that the built-in report gives its payload back,
// digit for digit.
func TestExtractBuiltIn(t *testing.T) {
	tm := builtInTemplate(t)
	want := exampleValues(tm)
	filled, err := Open(fillBytes(t, tm, want, Options{}), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := tm.Extract(filled)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(textByName(want), textByName(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func textByName(v Values) map[string]string {
	out := map[string]string{}
	for _, e := range v {
		out[e.Name] = e.Value.Text
	}
	return out
}

func TestExtract(t *testing.T) {
	tests := []struct {
		name   string
		draft  []string
		filled []string
		want   map[string]string
		code   Code
	}{
		{"one", []string{"共X个"}, []string{"共12个"}, map[string]string{"x1": "12"}, ""},
		{"two in a sentence", []string{"共X个，X人"}, []string{"共1个，2人"}, map[string]string{"x1": "1", "x2": "2"}, ""},
		{"left as it is", []string{"共X个，X人"}, []string{"共X个，2人"}, map[string]string{"x2": "2"}, ""},
		{"blank", []string{"共X个，X人"}, []string{"共个，2人"}, map[string]string{"x2": "2"}, ""},
		{"a paragraph came before", []string{"共X个"}, []string{"新的一段。", "共12个"}, map[string]string{"x1": "12"}, ""},
		{"a paragraph is gone", []string{"标题", "共X个", "X人"}, []string{"共12个", "3人"}, map[string]string{"x1": "12", "x2": "3"}, ""},
		{"breaks and blanks", []string{"甲X乙"}, []string{"甲 一\n\t二 乙"}, map[string]string{"x1": " 一\n\t二 "}, ""},
		{"the words changed", []string{"共X个"}, []string{"总计12个"}, nil, CodeNotFound},
		{"several ways", []string{"X、X等市"}, []string{"甲、乙、丙等市"}, nil, CodeAmbiguous},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			filled, err := Open(filltest.Docx(tt.filled...), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := textTemplate(t, filltest.Docx(tt.draft...)).Extract(filled)
			var invalid *InvalidError
			if tt.code != "" {
				if !errors.As(err, &invalid) || invalid.Problems[0].Code != tt.code {
					t.Errorf("got %v, want %s", err, tt.code)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, textByName(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestExtractRepeated holds that a field with two places must read the same in
// both.
func TestExtractRepeated(t *testing.T) {
	p, err := Open(filltest.Docx("X年", "到X年底"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	tm, err := Compile(p, Schema{Fields: []Field{{Name: "year", Kind: KindYear}}, Placeholders: []string{"year", "year"}})
	if err != nil {
		t.Fatal(err)
	}
	filled, err := Open(filltest.Docx("2026年", "到2025年底"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var invalid *InvalidError
	if _, err := tm.Extract(filled); !errors.As(err, &invalid) || invalid.Problems[0].Code != CodeDiffers {
		t.Errorf("got %v, want %s", err, CodeDiffers)
	}
}

// FuzzExtract holds that Extract gives back what Fill was given, or says that
// it cannot be told.
func FuzzExtract(f *testing.F) {
	draft := filltest.Docx("收入X亿元，其中X、X两项。", "X", "截至X月底")
	tm := textTemplate(f, draft)
	f.Add("1", "2", "3", "4", "5")
	f.Add("甲、乙", "", " ", "\n", "<&>")
	f.Fuzz(func(t *testing.T, a, b, c, d, e string) {
		given := texts(a, b, c, d, e)
		var buf bytes.Buffer
		if err := tm.Fill(&buf, given, Options{Missing: MissingBlank}); err != nil {
			return
		}
		filled, err := Open(buf.Bytes(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := tm.Extract(filled)
		if errors.Is(err, ErrInvalid) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		values := textByName(got)
		for i, want := range []string{a, b, c, d, e} {
			name := tm.fields[i].Name
			want = normalizeBreaks(want)
			if values[name] != want && want != "X" {
				t.Errorf("%s: got %q, want %q", name, values[name], want)
			}
		}
	})
}

// normalizeBreaks writes line breaks as Fill takes them.
func normalizeBreaks(text string) string {
	text = string(bytes.ReplaceAll([]byte(text), []byte("\r\n"), []byte("\n")))
	return string(bytes.ReplaceAll([]byte(text), []byte("\r"), []byte("\n")))
}

// TestExtractAcrossNames holds that a draft whose main part is named in another case
// than by the relationship that leads to it (ECMA-376 part 2, 6.2.2.3) is found
// again in a document that another program saved under names of its own.
func TestExtractAcrossNames(t *testing.T) {
	draft := rawZip(t, rawPart{"[Content_Types].xml", rawTypes}, rawPart{"_rels/.rels", rawRels},
		rawPart{"word/Document.xml", rawOpen + rawParagraph("共X个") + rawClose})
	p, err := Open(draft, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	tm, err := Compile(p, DefaultSchema(p))
	if err != nil {
		t.Fatal(err)
	}
	saved := filltest.Doc{Main: "office/正文.xml", Body: []filltest.Markup{filltest.P(filltest.T("共12个"))}}
	for name, docx := range map[string][]byte{
		"filled": fillBytes(t, tm, Values{byName("x1", num("12"))}, Options{}), "saved again": saved.Docx(),
	} {
		filled, err := Open(docx, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := tm.Extract(filled)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(Values{byName("x1", num("12"))}, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
}
