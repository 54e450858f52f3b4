package gbdoc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRuns(t *testing.T) {
	p := Paragraph{Spans: []Span{
		{"一是增收。", true},
		{Text: "收入X亿元，下降X%。X年，其中：PPP项目X个；X-X月份（-X%）尾"},
	}}
	want := []run{
		{text: "一是增收。", bold: true},
		{text: "收入X亿元，下降"}, {text: "X%", western: true}, {text: "。"},
		{text: "X", western: true}, {text: "年，其中："},
		{text: "PPP", western: true}, {text: "项目X个；"},
		{text: "X-X", western: true}, {text: "月份（"}, {text: "-X%", western: true}, {text: "）尾"},
	}
	if diff := cmp.Diff(want, runs(p), cmp.AllowUnexported(run{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
