package fill

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"reportfill/fill/filltest"
)

// suggestedCells gives label, kind and unit of each figure of a table under a
// line of text, the kinds' words parted by blanks, and what is proposed.
func suggestedCells(t *testing.T, line string, rows ...string) (fields, proposals []string) {
	t.Helper()
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = strings.Split(row, "|")
	}
	doc := filltest.Doc{Body: []filltest.Markup{filltest.P(filltest.T(line)), filltest.Table(cells...)}}
	p, err := Open(doc.Docx(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	suggested := Suggest(p.Placeholders())
	for _, f := range suggested {
		fields = append(fields, strings.TrimSpace(f.Label+" "+string(f.Kind)+" "+f.Unit))
	}
	for _, p := range Propose(p.Placeholders(), suggested) {
		proposals = append(proposals, written(p))
	}
	return fields, proposals
}

func TestSuggestCells(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		rows       []string
		want       []string
	}{
		{"the unit of the line above", "表1　收入完成情况表（单位：万元）",
			[]string{"项目|预算数|为预算%|备注", "一、税收收入|X|X|X"},
			[]string{"税收收入预算数 decimal 万元", "税收收入为预算 percent %", "税收收入备注 text"}},
		{"the unit of a line of its own", "单位：亿元、%",
			[]string{"项目|金额|增幅（%）", "教育|X|-X"},
			[]string{"教育金额 decimal 亿元", "教育增幅 percent %"}},
		{"no unit above", "以下单位完成情况较好：",
			[]string{"项目|责任人|金额", "甲|X|X"},
			[]string{"甲责任人 text", "甲金额 decimal"}},
		{"a column of units", "主要指标",
			[]string{"指标|单位|绝对数|比上年增长（%）", "生产总值|亿元|XXX.X|X.X", "企业|户|XXX|±X.X", "名单|个人|X|—"},
			[]string{"生产总值绝对数 decimal 亿元", "生产总值比上年增长 percent %", "企业绝对数 integer 户", "企业比上年增长 percent %", "名单绝对数 decimal"}},
		{"changes without a unit", "单位：亿元、%",
			[]string{"指标|绝对量|同比增长|占比", "其中：税收|X|X.X|X"},
			[]string{"税收绝对量 decimal 亿元", "税收同比增长 percent %", "税收占比 percent %"}},
		{"changes head a row", "单位：亿元",
			[]string{"指标|甲县|乙县", "收入|X|X", "增幅|X|X", "增长额|X|X"},
			[]string{"收入甲县 decimal 亿元", "收入乙县 decimal 亿元", "增幅甲县 percent %", "增幅乙县 percent %", "增长额甲县 decimal 亿元", "增长额乙县 decimal 亿元"}},
		{"ranks, and the column's own unit first", "单位：万元",
			[]string{"县区|项目（个）|投资|排名", "甲县|X|X|X"},
			[]string{"甲县项目 integer 个", "甲县投资 decimal 万元", "甲县排名 rank"}},
		{"heads that count, and the unit of the table", "单位：万元",
			[]string{"项 目|参保人数|预算数|决算数为预算数的%", "甲 类|X|X|X"},
			[]string{"甲类参保人数 integer 人", "甲类预算数 decimal 万元", "甲类决算数为预算数比例 percent %"}},
		{"heads that are times", "",
			[]string{"指标|20XX年|2024年|上半年|1月", "收入|X|X|X|X"},
			[]string{"年份 year 年", "收入20XX年 decimal", "收入2024年 decimal", "收入上半年 decimal", "收入1月 decimal"}},
		{"numbered rows, and scores", "单位：万元",
			[]string{"序号|姓名|得分|金额", "1|XXX|X|X"},
			[]string{"姓名（1） text", "得分（1） decimal", "金额（1） decimal 万元"}},
		{"the unit of a rate", "",
			[]string{"指标|单位|本年", "能耗|吨标准煤/万元|X", "电话|部/百人|X"},
			[]string{"能耗本年 decimal 吨标准煤/万元", "电话本年 decimal 部/百人"}},
	} {
		got, _ := suggestedCells(t, tt.line, tt.rows...)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A total adds up the rows of one level, and a column of ranks does not part
// the rows from one another.
func TestProposeNumberedRows(t *testing.T) {
	for _, tt := range []struct {
		name       string
		rows, want []string
	}{
		{"two levels", []string{"项目|预算数", "一、税收收入|X", "增值税|X", "二、非税收入|X", "合计|X"}, []string{"total x4 = x1 + x3"}},
		{"one level", []string{"项目|预算数", "一、税收收入|X", "二、非税收入|X", "合计|X"}, []string{"total x3 = x1 + x2"}},
		{"one numbered row", []string{"项目|预算数", "一、税收收入|X", "增值税|X", "合计|X"}, nil},
		{"a named total", []string{"项目|预算数", "一、税收收入|X", "二、非税收入|X", "收入合计|X"}, []string{"total x3 = x1 + x2"}},
		{"parts below", []string{"类别|人数", "合计|X", "其中：行政人员|X", "事业人员|X"}, []string{"total x1 = x2 + x3"}},
		{"parts among the rows", []string{"类别|人数", "甲|X", "其中：乙|X", "丙|X", "合计|X"}, nil},
		{"ranks between", []string{"县区|投资|排名", "甲|X|X", "乙|X|X", "合计|X|—"}, []string{"total x5 = x1 + x3"}},
	} {
		_, got := suggestedCells(t, "单位：万元", tt.rows...)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A cell's sentence is what heads it.
func TestCellSentence(t *testing.T) {
	for _, tt := range []struct {
		p    Placeholder
		want string
	}{
		{Placeholder{Text: "X", Row: "增值税", Column: "预算数"}, "增值税 · 预算数：【X】"},
		{Placeholder{Text: "X.X", Before: "-", Row: "粮食", Column: "增长"}, "粮食 · 增长：-【X.X】"},
		{Placeholder{Text: "X", After: "县", Column: "县区"}, "县区：【X】县"},
		{Placeholder{Text: "X", Before: "完成", After: "个", Row: "甲", Column: "进展"}, "完成【X】个"},
	} {
		if got := tt.p.Sentence(); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}
