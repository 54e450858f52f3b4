package fill

import (
	"slices"
	"strings"
	"unicode"
)

// proposeSame proposes what stands twice as one field: the marks of a paragraph
// that is repeated word for word, which is certain where it stands in different
// parts (a title in the header), and the years that speak of the year of the
// report.
func (p *proposer) proposeSame(all []mention) {
	p.proposeRepeated(all)
	p.proposeReportYear(all)
}

// maxRepeated is the longest paragraph, in bytes, that is looked for elsewhere.
const maxRepeated = 300

func (p *proposer) proposeRepeated(all []mention) {
	type place struct {
		context string
		offset  int
	}
	places := map[place][]*mention{}
	var order []place
	for i := range all {
		f := &all[i]
		if len(f.Context) > maxRepeated || !strings.ContainsFunc(f.Context, isHan) || f.Name != "" || f.Row != "" || f.Column != "" || !isTitle(f) {
			continue
		}
		at := place{f.Context, f.Offset}
		if places[at] == nil {
			order = append(order, at)
		}
		places[at] = append(places[at], f)
	}
	for _, at := range order {
		p.same(places[at], places[at][0].Part != places[at][len(places[at])-1].Part, Text{
			ZH: "“" + at.context + "”在文中重复出现",
			EN: "“" + at.context + "” stands in the document more than once",
		})
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// isTitle tells a short paragraph that is a name and no statement: without a stop,
// and with its marks in names and times.
func isTitle(f *mention) bool {
	return len(f.Context) <= maxRepeated && (f.role == roleWord || f.kind == KindYear) && !strings.ContainsAny(f.Context, sentenceEnds+"，")
}

// same adds figures of different fields as one.
func (p *proposer) same(fs []*mention, certain bool, reason Text) {
	var names []string
	for _, f := range fs {
		if field := p.fields[f.Number]; field != nil && !slices.Contains(names, field.Name) {
			names = append(names, field.Name)
		}
	}
	if len(names) < 2 {
		return
	}
	p.out = append(p.out, Proposal{Kind: ProposalSame, Field: names[0], Same: names[1:], Certain: certain, Reason: reason})
}

// reportYearAfter are the words behind a year that opens a statement of the report.
var reportYearAfter = []string{"，", "度", "全市", "全县", "全区", "全省", "安排", "实施", "完成", "共", "我市", "我县", "市", "县"}

// planHeadings are words of a heading under which years are those to come.
var planHeadings = []string{"打算", "计划", "安排", "下一步", "展望", "建议"}

// proposeReportYear proposes the years that open statements as one, without
// being certain: an annual report speaks of one year, but not only of it.
func (p *proposer) proposeReportYear(all []mention) {
	var years []*mention
	for i := range all {
		f := &all[i]
		if f.kind == KindYear && f.role == roleMoment && f.label != "" && f.whole < 0 && opensStatement(all, i) {
			years = append(years, f)
		}
	}
	p.same(years, false, Text{
		ZH: "这些句子都以“X年”开头，通常是报告年度",
		EN: "these sentences all open with “X年”, which usually is the year of the report",
	})
}

func opensStatement(all []mention, i int) bool {
	f := &all[i]
	lead := strings.TrimSpace(f.lead())
	if containsAny(f.Heading, planHeadings) || isTitle(f) || f.linked {
		return false
	}
	after := strings.TrimPrefix(f.joint, "年")
	return (lead == "" && !f.aside && openerIn(f.before) == "" && !strings.HasPrefix(f.before, "、") || slices.Contains(scopes, lead)) && hasPrefix(after, reportYearAfter)
}
