package fill

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A first file as an author finds it, and the schema that is read back from it.
func TestFormatSchema(t *testing.T) {
	s := smallSchema()
	ps := []Placeholder{
		{Number: 1, Text: "X", Before: "全年财政收入完成", After: "亿元，同比下降X%"},
		{Number: 2, Text: "X", Before: "全年财政收入完成X亿元，同比下降", After: "%"},
		{Number: 3, Text: "X", Before: "拍摄", After: "光片\t# 和 \x01"},
		{Number: 4, Text: "XX", Before: "合计", After: "亿元"},
	}
	proposals := []Proposal{
		{Kind: "rate", Field: "share", Expression: "revenue / total * 100", Decimals: 1, Reason: Text{ZH: "文中说“占比”"}},
		{Kind: "same", Field: "revenue", Same: []string{"x1", "x9"}, Reason: Text{ZH: "两处同一句"}},
	}
	const want = `title: 年度总结
marks: [X, "×"]
fields:
  # 1 全年财政收入完成【X】亿元，同比下降X%
  revenue: {label: 财政收入, kind: decimal, unit: 亿元, decimals: 2, validate: gte=0, owner: 预算科, example: 12.30}
  # 2 全年财政收入完成X亿元，同比下降【X】%
  decline: {kind: percent, unit: "%", grouping: true, required: false, example: 007}
  # 4 合计【XX】亿元
  total: {kind: decimal, decimals: 2}
placeholders:
  - revenue # 1 收入完成X亿元，同
  - decline # 2 同比下降X%
  - "-"     # 3 拍摄X光片 #
  - total   # 4 合计XX亿元
computed:
  total: {is: revenue * 2, decimals: 2}
  # share: {is: revenue / total * 100, decimals: 1}
  #   文中说“占比”
  # revenue: x1 = x9
  #   两处同一句
checks:
  - {check: decline <= 100, severity: warning, message: 请核对}
  - {check: total >= revenue, severity: error}
`
	file := formatSchema(s, ps, proposals)
	if diff := cmp.Diff(want, string(file)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	got, err := ParseSchema(file)
	if diff := cmp.Diff(s, got); diff != "" || err != nil {
		t.Errorf("read back: %v (-want +got):\n%s", err, diff)
	}
}
