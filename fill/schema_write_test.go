package fill

import (
	"regexp"
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
		{Kind: ProposalRate, Field: "share", Expression: "revenue / total * 100", Decimals: 1, Reason: Text{ZH: "文中说“占比”"}},
		{Kind: ProposalOrder, Field: "revenue", Expression: "revenue <= total", Reason: Text{ZH: "“其中”"}},
		{Kind: ProposalSame, Field: "revenue", Same: []string{"x9"}, Reason: Text{ZH: "两处同一句"}},
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
  # revenue = x9: 两处同一句
computed:
  total: {is: revenue * 2, decimals: 2}
  # 文中说“占比”
  # share: {is: revenue / total * 100, decimals: 1}
checks:
  - {check: decline <= 100, severity: warning, message: 请核对}
  - {check: total >= revenue, severity: error}
  # “其中”
  # - {check: revenue <= total, severity: error}
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

// The first file of a draft is read back as its default schema, with every
// proposal taken up as well.
func TestFormatSchemaOfDraft(t *testing.T) {
	p, _ := builtIn(t)
	s := DefaultSchema(p)
	file := FormatSchema(s, p.Placeholders())
	got, err := ParseSchema(file)
	if diff := cmp.Diff(s, got); diff != "" || err != nil {
		t.Errorf("read back: %v (-want +got):\n%s", err, diff)
	}
	taken := regexp.MustCompile(`(?m)^  # (- \{check: |x\d+: \{is: )`).ReplaceAll(file, []byte("  $1"))
	got, err = ParseSchema(taken)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Computed) == 0 || len(got.Checks) == 0 {
		t.Errorf("got %d computed fields and %d checks, want some", len(got.Computed), len(got.Checks))
	}
	if _, err := Compile(p, got); err != nil {
		t.Errorf("with all proposals: %v", err)
	}
}
