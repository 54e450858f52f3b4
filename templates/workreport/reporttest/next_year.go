// Package reporttest changes the built-in report as an author does from one year
// to the next, for tests.
package reporttest

import (
	"fmt"
	"strings"

	"reportfill/templates/workreport/gbdoc"
)

// The sentences that NextYear changes, as report.txt has them.
var (
	// Moved are the sentences that stand elsewhere, in their new order.
	Moved = []string{
		"支持税务、公安等部门严厉打击X涉税案件，维护公平竞争的税收秩序，确保收入及时足额入库。",
		"全年拨付秸秆综合利用奖补资金X万元，扶持秸秆利用龙头企业X家，既减轻了大气污染防治压力，又为农民开辟了增收渠道。",
		"财政收入总量居全省第X位，增幅居全省第X位。",
	}
	// Deleted is the sentence that is gone.
	Deleted = "按照规范发展的要求，对推进缓慢、条件变化的项目及时调整，全年办理项目变更X个，项目质量明显提升。"
	// Added are the sentences that are new, in their order.
	Added = []string{"全年化解政府隐性债务X亿元。", "年内新建口袋公园X处。"}
)

// after gives the words behind which each sentence stands next year.
var after = [][2]string{
	{Moved[0], "收入降幅逐步收窄、质量稳步提升。"},
	{Moved[1], "为县区统筹实施扶贫项目提供了有力支撑。"},
	{Moved[2], "财政收入的稳定性和成长性还不够强。"},
	{Added[0], "民生支出占比保持稳定。"},
	{Added[1], "以创业带动就业。"},
}

// NextYear gives next year's draft of the report whose text is given: three
// sentences moved, one deleted, two added. A text that lacks one of them is a
// mistake in a test: it panics.
func NextYear(report string) []byte {
	for _, s := range append([]string{Deleted}, Moved...) {
		report = once(report, s, "")
	}
	for _, a := range after {
		report = once(report, a[1], a[1]+a[0])
	}
	docx, err := gbdoc.Build(report)
	if err != nil {
		panic(err)
	}
	return docx
}

// once replaces the only place of the words.
func once(text, words, with string) string {
	if n := strings.Count(text, words); n != 1 {
		panic(fmt.Sprintf("the report has %q %d times, not once", words, n))
	}
	return strings.Replace(text, words, with, 1)
}
