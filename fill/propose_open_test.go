package fill_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill"
	"reportfill/fill/filltest"
)

// TestOpenProposals takes up all that is proposed of a draft; then nothing is.
func TestOpenProposals(t *testing.T) {
	p, err := fill.Open(filltest.Docx("安排扶贫资金X万元，其中中央资金X万元、省级资金X万元、市级资金X万元。", "共承办建议提案X件，已办结X件。"), fill.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s := fill.DefaultSchema(p)
	kinds := func() (out []fill.ProposalKind, all []fill.Proposal) {
		template, err := fill.Compile(p, s)
		if err != nil {
			t.Fatal(err)
		}
		all = template.Proposals()
		for _, proposal := range all {
			out = append(out, proposal.Kind)
		}
		return out, all
	}
	got, proposals := kinds()
	if diff := cmp.Diff([]fill.ProposalKind{fill.ProposalTotal, fill.ProposalOrder}, got); diff != "" {
		t.Fatalf("proposals (-want +got):\n%s", diff)
	}
	s.Computed = []fill.Computed{{Field: proposals[0].Field, Is: proposals[0].Expression, Decimals: proposals[0].Decimals}}
	if got, _ := kinds(); !cmp.Equal(got, []fill.ProposalKind{fill.ProposalOrder}) {
		t.Errorf("with the total taken: got %q, want the order alone", got)
	}
	s.Checks = []fill.Check{{Condition: "x6<=x5"}}
	if got, _ := kinds(); got != nil {
		t.Errorf("with both taken: got %q, want none", got)
	}
}
