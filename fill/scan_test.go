package fill

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"reportfill/fill/filltest"
)

// A scan of a draft that nobody has described shows what its sentences propose.
func TestNewScan(t *testing.T) {
	docx := filltest.Docx("计划投资X亿元，已完成投资X亿元，投资完成率X%。")
	p, err := Open(docx, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got := NewScan(p, DefaultSchema(p), English)
	wantFields := []ScanField{
		{Name: "x1", Label: "计划投资", Kind: KindDecimal, Unit: "亿元", Placeholders: []int{1}},
		{Name: "x2", Label: "已完成投资", Kind: KindDecimal, Unit: "亿元", Placeholders: []int{2}},
		{Name: "x3", Label: "投资完成率", Kind: KindPercent, Unit: "%", Placeholders: []int{3}},
	}
	wantProposals := []ScanProposal{
		{Kind: ProposalOrder, Field: "x2", Expression: "x2 <= x1"},
		{Kind: ProposalRate, Field: "x3", Expression: "x2 / x1 * 100", Decimals: 1},
	}
	if diff := cmp.Diff(wantFields, got.Fields, cmpopts.IgnoreFields(ScanField{}, "Decimals")); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantProposals, got.Proposals, cmpopts.IgnoreFields(ScanProposal{}, "Certain", "Message")); diff != "" {
		t.Errorf("proposals (-want +got):\n%s", diff)
	}
}
