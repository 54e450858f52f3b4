package fill_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

func TestTexts(t *testing.T) {
	p, err := fill.Open(filltest.Docx("收入X亿元，支出X亿元，结余X亿元", "附件X，{{note}}，支出X万元"), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	two := 2
	template, err := fill.Compile(p, fill.Schema{
		Fields: []fill.Field{
			{Name: "income", Kind: fill.KindDecimal, Decimals: &two, Unit: "亿元"},
			{Name: "out", Kind: fill.KindDecimal, Unit: "亿元"},
			{Name: "left", Kind: fill.KindDecimal}, {Name: "note", Optional: true},
		},
		Placeholders: []string{"income", "out", "left", fill.Ignored, "note", "out"},
		Computed:     []fill.Computed{{Field: "left", Is: "income - out", Decimals: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		values string
		want   []string
	}{
		{`{"income": 12.3, "out": 2}`, []string{"12.30", "2", "10.3", "X", "", "2"}},
		{`{"income": 12.3, "out": 2.00, "note": "a\nb"}`, []string{"12.30", "2.00", "10.3", "X", "a\nb", "2.00"}},
	} {
		v, err := fill.ParseValues([]byte(test.values))
		if err != nil {
			t.Fatal(err)
		}
		got, err := template.Texts(v)
		if diff := cmp.Diff(test.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", test.values, err, diff)
		}
	}
	if _, err := template.Texts(nil); !errors.Is(err, fill.ErrInvalid) {
		t.Errorf("without values: got %v, want %v", err, fill.ErrInvalid)
	}
}
