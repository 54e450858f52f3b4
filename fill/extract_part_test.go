package fill

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

func TestExtractPart(t *testing.T) {
	draft := []string{"全年完成收入X亿元，同比下降X%。", "建成学校X所。", "X人", "全市完成收入X亿元。"}
	tests := []struct {
		name   string
		filled []string
		want   map[string]string
		untold [][]int // placeholders of each problem
	}{
		{"all of it", []string{"全年完成收入12.5亿元，同比下降3%。", "建成学校2所。", "7人", "全市完成收入3亿元。"},
			map[string]string{"x1": "12.5", "x2": "3", "x3": "2", "x4": "7", "x5": "3"}, nil},
		{"a sentence was worded otherwise", []string{"全年完成收入12.5亿元，同比下降3%。", "新建学校2所。", "7人", "全市完成收入3亿元。"},
			map[string]string{"x1": "12.5", "x2": "3", "x5": "3"}, [][]int{{3}, {4}}},
		{"another order", []string{"标题", "建成学校2所。", "全年完成收入12.5亿元，同比下降3%。", "7人"},
			map[string]string{"x1": "12.5", "x2": "3", "x3": "2"}, [][]int{{4}, {5}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			filled, err := Open(filltest.Docx(tt.filled...), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			got, problems, err := textTemplate(t, filltest.Docx(draft...)).ExtractPart(filled)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, textByName(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var untold [][]int
			for _, p := range problems {
				untold = append(untold, p.Placeholders)
			}
			if diff := cmp.Diff(tt.untold, untold); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// A field that the document shows with two values gives none, and a document
// that holds nothing of the draft is refused.
func TestExtractPartRefused(t *testing.T) {
	p, err := Open(filltest.Docx("全年完成收入X亿元。", "全市完成收入X亿元，下降X%。"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	tm, err := Compile(p, Schema{Placeholders: []string{"a", "a", "b"}})
	if err != nil {
		t.Fatal(err)
	}
	differing, err := Open(filltest.Docx("全年完成收入1亿元。", "全市完成收入2亿元，下降3%。"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, problems, err := tm.ExtractPart(differing)
	if err != nil || len(problems) != 1 || problems[0].Code != CodeDiffers {
		t.Errorf("got problems %v and %v, want one %s", problems, err, CodeDiffers)
	}
	if diff := cmp.Diff(map[string]string{"b": "3"}, textByName(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	other, err := Open(filltest.Docx("另一份文件。"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var invalid *InvalidError
	if _, _, err := tm.ExtractPart(other); !errors.As(err, &invalid) {
		t.Errorf("got %v, want an *InvalidError", err)
	}
}
