package fill

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	ft "reportfill/fill/filltest"
)

var draftOperand = regexp.MustCompile(`\bn?\d+\b`)

// expand turns the numbers of a draft's proposal into the names of the fields.
func expand(s string) string {
	return draftOperand.ReplaceAllStringFunc(s, func(n string) string {
		if rest, ok := strings.CutPrefix(n, "n"); ok {
			return rest
		}
		return "x" + n
	})
}

// written is a proposal in the form of a draft's lines: `total x4 = x5 + x6`.
func written(p Proposal) string {
	var s string
	switch p.Kind {
	case ProposalSame:
		s = "same " + p.Field + " " + strings.Join(p.Same, " ")
	case ProposalOrder:
		s = "order " + p.Expression
	default:
		s = string(p.Kind) + " " + p.Field + " = " + p.Expression
	}
	return spaced(s)
}

// spaced sets single blanks between the words and signs of an expression.
func spaced(s string) string {
	s = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// TestProposeDrafts holds that every proposal of the drafts is made, none that is
// certain is wrong, and none is made where the words do not give it.
func TestProposeDrafts(t *testing.T) {
	for _, d := range readDrafts(t) {
		got := map[string]Proposal{}
		for _, p := range Propose(d.placeholders, Suggest(d.placeholders)) {
			got[written(p)] = p
			t.Logf("%s: %s certain=%v %s", d.name, written(p), p.Certain, p.Reason.ZH)
		}
		wanted := map[string]bool{}
		for _, line := range d.must {
			want := spaced(expand(line))
			wanted[want] = true
			if p, ok := got[want]; !ok || !p.Certain {
				t.Errorf("%s: %s: found %v, certain %v; want it certain", d.name, line, ok, p.Certain)
			}
		}
		for _, line := range d.maybe {
			if p, ok := got[spaced(expand(line))]; !ok || p.Certain {
				t.Errorf("%s: %s: found %v, certain %v; want it found and not certain", d.name, line, ok, p.Certain)
			}
		}
		for s, p := range got {
			if p.Certain && !wanted[s] {
				t.Errorf("%s: certain, but not in the draft's lines: %s", d.name, s)
			}
		}
		for _, line := range d.mustNot {
			number, kind, _ := strings.Cut(line, " ")
			for s, p := range got {
				if string(p.Kind) == kind && (p.Field == "x"+number || slices.Contains(p.Same, "x"+number)) {
					t.Errorf("%s: must not be proposed: %s", d.name, s)
				}
			}
		}
	}
}

// TestProposeWorkreport holds that the computed fields of the built-in report are
// found from its sentences, and that nothing certain departs from them.
func TestProposeWorkreport(t *testing.T) {
	const want = 13
	ps := workreportPlaceholders(t)
	fields, order, computed := workreportFields(t)
	bound := make([]Field, 0, len(fields))
	for name, f := range fields {
		for i, at := range order {
			if at == name {
				f.Placeholders = append(f.Placeholders, i+1)
			}
		}
		bound = append(bound, f)
	}
	hits := map[string]bool{}
	for _, p := range Propose(ps, bound) {
		t.Logf("%s certain=%v %s", written(p), p.Certain, p.Reason.ZH)
		switch {
		case p.Kind == ProposalOrder || p.Kind == ProposalSame:
		case spaced(p.Expression) == spaced(computed[p.Field]):
			hits[p.Field] = true
		case p.Certain:
			t.Errorf("certain, but the fields file says otherwise: %s", written(p))
		}
	}
	for name := range computed {
		if !hits[name] {
			t.Logf("not found: %s = %s", name, computed[name])
		}
	}
	if len(hits) < want {
		t.Errorf("computed fields: got %d of %d, want at least %d", len(hits), len(computed), want)
	}
}

// TestProposeSentences holds what a careful reader takes from a sentence, and
// what not: `!` marks what is certain.
func TestProposeSentences(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"安排资金X亿元，其中：中央资金X亿元、省级资金X亿元、市级资金X亿元等。", nil},
		{"安排资金X亿元，其中：中央资金X亿元、省级资金5亿元、市级资金X亿元。", nil},
		{"安排资金X亿元，其中：中央资金X亿元、省级资金X亿元。", []string{"total x1 = x2 + x3"}},
		{"安排资金X亿元，其中：中央资金X亿元、省级资金X亿元、市级资金X亿元，已拨付X亿元，拨付率X%。",
			[]string{"!total x1 = x2 + x3 + x4", "order x5 <= x1", "!rate x6 = x5 / x1 * 100"}},
		{"安排资金X亿元，其中：中央资金X万元、省级资金X万元、市级资金X万元。", nil},
		{"参会X人，其中：市级领导X人、县级干部X人、省级专家X人。", []string{"total x1 = x2 + x3 + x4"}},
		{"受理案件X件，审结X件，执行X件，执行率X%。", []string{"rate x4 = x3 / x2 * 100"}},
		{"新增参保X人，续保X人，续保率X%。", []string{"rate x3 = x2 / x1 * 100"}},
		{"财政收入X亿元，比上年增加X亿元，增长X%。", nil},
		{"财政收入X亿元，同比增长X%，增幅比上年提高X个百分点。", nil},
		{"财政收入X亿元，同比增长X%，较上年的X%回落X个百分点。", []string{"!difference x4 = x3 - x2"}},
		{"财政收入同比下降X%，比上年（X%）扩大X个百分点。", []string{"difference x3 = x1 - x2"}},
		{"收入X亿元，较上年同期的X亿元减少X亿元，下降X%，环比增长X%。",
			[]string{"!difference x3 = x2 - x1", "!rate x4 = ( x2 - x1 ) / x2 * 100"}},
		{"完成税收X亿元，占财政收入的X%，完成年初预算的X%，占全年目标X亿元的X%。", []string{"!rate x5 = x1 / x4 * 100"}},
		{"民生支出X亿元，占一般公共预算支出的X%。一般公共预算支出X亿元。", nil},
		{"贷款余额X亿元，比年初增加X亿元，其中：短期贷款X亿元、中长期贷款X亿元，分别占X%和X%。", []string{"total x1 = x3 + x4"}},
		{"抽检食品X批次，不合格X批次，合格率X%。", nil},
		{"投入资金X万元（其中：中央X万元（其中直达资金X万元）、省级X万元、市级X万元）。",
			[]string{"!total x1 = x2 + x4 + x5", "order x3 <= x2"}},
		{"经费支出X万元，比预算数（X万元）减少X万元。其中：差旅费X万元，公务接待费X万元。",
			[]string{"total x1 = x4 + x5", "!difference x3 = x2 - x1"}},
		{"收入X万元，比预算X万元增加X万元，增长X%。",
			[]string{"!difference x3 = x1 - x2", "!rate x4 = ( x1 - x2 ) / x2 * 100"}},
		{"收入X万元，比预算X万元增加X万元，同比增长X%。", []string{"!difference x3 = x1 - x2"}},
		{"预算数X万元，决算数X万元，完成预算的X%。", nil},
		{"入学率由X%提高到X%，提高X个百分点。", []string{"!difference x3 = x2 - x1"}},
		{"差错率由X%降至X%，下降X个百分点。", []string{"!difference x3 = x1 - x2"}},
		{"床位由X张增加到X张，增加X张，增长X%。", []string{"!difference x3 = x2 - x1", "!rate x4 = ( x2 - x1 ) / x1 * 100"}},
		{"床位由X张增加到X张，医生增长X%。", nil},
		{"床位由X张增加到X张，同比增长X%。", nil},
		{"收入合计X万元，其中：财政拨款收入X万元，占X%；事业收入X万元，占X%；其他收入X万元，占X%。",
			[]string{"!total x1 = x2 + x4 + x6", "!rate x3 = x2 / x1 * 100", "!rate x5 = x4 / x1 * 100", "!rate x7 = x6 / x1 * 100"}},
		{"收入X亿元，增长X%，其中：税收收入X亿元，增长X%，占比X%；非税收入X亿元，下降X%，占比X%。",
			[]string{"total x1 = x3 + x6", "!rate x5 = x3 / x1 * 100", "!rate x8 = x6 / x1 * 100"}},
		{"拨付资金X万元，其中：上级资金X万元，本级资金X万元（含债券资金X万元）。",
			[]string{"total x1 = x2 + x3", "order x4 <= x3"}},
		{"发行债券X亿元，其中置换债券X亿元（一般债券X亿元、专项债券X亿元）、再融资债券X亿元。",
			[]string{"total x1 = x2 + x5", "total x2 = x3 + x4"}},
		{"支出合计X万元，其中：基本支出X万元，占X%；项目支出X万元，占X%。",
			[]string{"total x1 = x2 + x4", "!rate x3 = x2 / x1 * 100", "!rate x5 = x4 / x1 * 100"}},
		{"收入X亿元，其中：税收收入X亿元，占X%；支出X亿元，增长X%。",
			[]string{"order x2 <= x1", "!rate x3 = x2 / x1 * 100"}},
		{"收入X亿元，其中：税收收入X亿元、非税收入X亿元，占X%。", []string{"total x1 = x2 + x3", "rate x4 = x3 / x1 * 100"}},
		{"收入X亿元，其中：税收收入X亿元、非税收入X亿元，非税收入占比X%。", []string{"total x1 = x2 + x3", "!rate x4 = x3 / x1 * 100"}},
		{"资金X亿元，其中：中央资金X亿元、省级资金X亿元；完成投资X亿元。", []string{"total x1 = x2 + x3"}},
		{"X-X月份，新开工X个、竣工X个。", []string{"!order x1 <= x2"}},
		{"财政收入由20XX年的X亿元增加到20XX年的X亿元，增长X%，年均增长X%。", []string{"!rate x5 = ( x4 - x2 ) / x2 * 100"}},
		{"收入X亿元，其中：税收收入X亿元，增长X%；非税收入X亿元，下降X%；支出X亿元。", []string{"total x1 = x2 + x4"}},
		{"支出X万元，其中：人员经费X万元，主要包括工资、津贴；公用经费X万元，主要包括办公费。", []string{"total x1 = x2 + x3"}},
		{"专利授权量X件，其中发明专利X件，有效发明专利拥有量达X件。", []string{"order x2 <= x1"}},
		{"到位资金X亿元，其中省外资金X亿元，新签约项目X个，协议投资额X亿元。", []string{"order x2 <= x1"}},
		{"资金支出率X%，其中用于产业发展的资金占比X%；60岁以上人口占X%，其中65岁以上占X%。", []string{"order x4 <= x3"}},
		{"组织收入X亿元，其中税收收入X亿元，社保费收入X亿元，办理退税X亿元；市场主体X万户，其中企业X万户、个体户X万户、合作社X户。", []string{"total x1 = x2 + x3"}},
		{"X个问题中已整改X个，整改率X%。", []string{"!rate x3 = x2 / x1 * 100"}},
		{"查处X起，其中：贪污X起、受贿X起，合计X起。", []string{"total x1 = x2 + x3", "total x4 = x2 + x3"}},
		{"婴儿死亡率X‰，儿童死亡率X‰，孕产妇死亡率X/10万；事故X起，死亡X人，亿元GDP死亡率X；贷款余额X亿元，贷款余额X亿元，不良贷款率X%。", nil},
		{"送审金额X亿元，审定金额X亿元，审减X亿元，审减率X%；查出问题金额X万元，核减造价X万元，核减率X%。", []string{"rate x4 = x3 / x1 * 100"}},
		{"总收入X亿元，其中：地方级收入X亿元，占总收入的X%；上划收入X亿元，占X%。",
			[]string{"total x1 = x2 + x4", "!rate x3 = x2 / x1 * 100", "order x2 <= x1", "!rate x5 = x4 / x1 * 100"}},
		{"20XX年—20XX年，X月X日至X日，提供岗位X个，达成就业意向X人，高校毕业生就业率X%。", []string{"!order x1 <= x2", "!order x4 <= x5"}},
		{"预算X万元，支出X万元，占预算的X%。", []string{"!rate x3 = x2 / x1 * 100", "order x2 <= x1"}},
		{"年初预算X万元，支出决算X万元，完成年初预算的X%。", []string{"!rate x3 = x2 / x1 * 100"}},
	} {
		ps := placeholdersOf(t, tt.text)
		var got []string
		for _, p := range Propose(ps, Suggest(ps)) {
			s := written(p)
			if p.Certain {
				s = "!" + s
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

// A placeholder that the author leaves without a field takes part in nothing,
// and a figure is not computed from itself.
func TestProposeBoundFields(t *testing.T) {
	ps := placeholdersOf(t, "计划投资X亿元，已完成投资X亿元，投资完成率X%。")
	two := func(names ...string) (fs []Field) {
		for i, n := range names {
			if n != "" {
				fs = append(fs, Field{Name: n, Kind: KindDecimal, Placeholders: []int{i + 1}})
			}
		}
		return fs
	}
	for _, tt := range []struct {
		fields []Field
		want   []string
	}{
		{two("plan", "done", "rate"), []string{"order done <= plan", "rate rate = done / plan * 100"}},
		{two("", "done", "rate"), nil},
		{two("plan", "done", ""), []string{"order done <= plan"}},
		{[]Field{{Name: "plan", Kind: KindDecimal, Placeholders: []int{1, 2}}, {Name: "rate", Kind: KindPercent, Placeholders: []int{3}}},
			nil},
	} {
		var got []string
		for _, p := range Propose(ps, tt.fields) {
			got = append(got, written(p))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.fields, diff)
		}
	}
}

// A title that stands in the header as well takes the same values.
func TestProposeSameTitle(t *testing.T) {
	title := "X市财政局X年工作总结"
	p, err := Open(ft.Doc{Body: []ft.Markup{ft.P(ft.T(title))}, Headers: []ft.Markup{ft.P(ft.T(title))}}.Docx(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	ps := p.placeholders
	var got []string
	for _, p := range Propose(ps, Suggest(ps)) {
		if p.Certain {
			got = append(got, written(p))
		}
	}
	if diff := cmp.Diff([]string{"same x1 x3", "same x2 x4"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
