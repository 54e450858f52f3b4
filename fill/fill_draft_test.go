package fill

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

// TestFillDraft holds that a draft takes what is sound, keeps the mark of what is
// not, and does not mind a check that fails.
func TestFillDraft(t *testing.T) {
	p, err := Open(filltest.Docx("收入完成X亿元，同比下降X%", "支出X亿元", "居第X位"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s := DefaultSchema(p)
	s.Checks = []Check{{Condition: s.Placeholders[0] + " > 100"}}
	tm, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	v := Values{
		{Name: s.Placeholders[0], Value: Value{Type: String, Text: "12.5"}},
		{Name: s.Placeholders[1], Value: Value{Type: String, Text: "-3"}},
		{Name: s.Placeholders[2], Value: Value{Type: String, Text: "很多"}},
	}
	problems := tm.Check(v).Problems
	for _, code := range []Code{CodeCheck, CodeSign, CodeKind, CodeMissing} {
		if !slices.ContainsFunc(problems, func(p Problem) bool { return p.Code == code }) {
			t.Errorf("the values have no problem %s to be filled in spite of", code)
		}
	}
	got := paragraphTexts(t, fillBytes(t, tm, v, Options{Missing: MissingKeep, Draft: true}))
	if diff := cmp.Diff([]string{"收入完成12.50亿元，同比下降X%", "支出X亿元", "居第X位"}, got); diff != "" {
		t.Errorf("the draft (-want +got):\n%s", diff)
	}
}
