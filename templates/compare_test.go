package templates_test

import (
	"context"
	"strings"
	"testing"

	"reportfill/fill"
	"reportfill/fill/filltest"
	"reportfill/templates"
)

// TestCompare changes the budget's fields file, or its draft, and wants to be told
// just that.
func TestCompare(t *testing.T) {
	next := filltest.Docx("附件X，说明：X", "X市财政收入完成X亿元，支出X亿元，结余X亿元。", "发放补贴X万元。")
	type differences = []templates.Difference
	for _, test := range []struct {
		name string
		edit []string // pairs, old and new, of the fields file
		docx []byte
		want differences
	}{
		{name: "nothing"},
		{name: "title", edit: []string{"预算执行情况", "决算"}, want: differences{{Kind: templates.DiffersTitle, Old: "预算执行情况", New: "决算"}}},
		{name: "members", edit: []string{"亿元, validate: gte=0, owner: 预算科", "万元, owner: 预算科", "required: false", "required: true"}, want: differences{
			{Kind: templates.DiffersFieldChanged, Field: "revenue", Label: "财政收入", Member: "unit", Old: "亿元", New: "万元"},
			{Kind: templates.DiffersFieldChanged, Field: "revenue", Label: "财政收入", Member: "validate", Old: "gte=0"},
			{Kind: templates.DiffersFieldChanged, Field: "note", Label: "说明", Member: "required", Old: "false", New: "true"},
		}},
		{name: "a name, everywhere", edit: []string{"revenue", "income"}, want: differences{
			{Kind: templates.DiffersFieldRenamed, Field: "income", Label: "财政收入", Old: "revenue", New: "income"},
		}},
		{name: "bindings", edit: []string{`balance, "-", note]`, `balance, note, "-"]`}, want: differences{
			{Kind: templates.DiffersBound, Number: 5, Sentence: "附件【X】，说明：X", Field: "note", New: "说明"},
			{Kind: templates.DiffersBound, Number: 6, Sentence: "附件X，说明：【X】", Old: "说明"},
		}},
		{name: "a field for another", edit: []string{"balance:  {label: 结余, kind: decimal", "rest:  {label: 余额, kind: decimal", `balance, "-",`, "revenue, rest,", "  balance: {is", "  rest: {is"}, want: differences{
			{Kind: templates.DiffersFieldAdded, Field: "rest", Label: "余额"},
			{Kind: templates.DiffersFieldRemoved, Field: "balance", Label: "结余"},
			{Kind: templates.DiffersBound, Number: 4, Sentence: "X市财政收入完成X亿元，支出X亿元，结余【X】亿元。", Field: "revenue", Old: "结余", New: "财政收入"},
			{Kind: templates.DiffersBound, Number: 5, Sentence: "附件【X】，说明：X", Field: "rest", New: "余额"},
			{Kind: templates.DiffersComputedAdded, Field: "rest", Label: "余额", New: "revenue - spending"},
			{Kind: templates.DiffersComputedRemoved, Field: "balance", Label: "结余", Old: "revenue - spending"},
		}},
		{name: "rules", edit: []string{"{is: revenue - spending, decimals: 2}", "{is: revenue - spending - 0, decimals: 1}", "severity: error", "severity: warning", "，请核对", "", "spending > 1,", "spending > 2,"}, want: differences{
			{Kind: templates.DiffersComputedChanged, Field: "balance", Label: "结余", Member: "is", Old: "revenue - spending", New: "revenue - spending - 0"},
			{Kind: templates.DiffersComputedChanged, Field: "balance", Label: "结余", Member: "decimals", Old: "2", New: "1"},
			{Kind: templates.DiffersCheckChanged, Label: "spending <= revenue", Member: "severity", Old: "error", New: "warning"},
			{Kind: templates.DiffersCheckAdded, Label: "支出过小", New: "spending > 2"},
			{Kind: templates.DiffersCheckRemoved, Label: "支出过小，请核对", Old: "spending > 1"},
		}},
		{name: "another draft", docx: next, edit: []string{`[city, revenue, spending, balance, "-", note]`, `["-", note, city, spending, revenue, balance, "-"]`}, want: differences{
			{Kind: templates.DiffersDocx, Member: "placeholders", Old: "6", New: "7"},
			{Kind: templates.DiffersBound, Number: 4, Sentence: "X市财政收入完成【X】亿元，支出X亿元，结余X亿元。", Field: "spending", Old: "财政收入", New: "财政支出"},
			{Kind: templates.DiffersBound, Number: 5, Sentence: "X市财政收入完成X亿元，支出【X】亿元，结余X亿元。", Field: "revenue", Old: "财政支出", New: "财政收入"},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			ctx := context.Background()
			l, _ := newLibrary(t)
			create(t, l, draft(t, "budget", ""))
			changed, err := fill.ParseSchema([]byte(strings.NewReplacer(test.edit...).Replace(budgetFields)))
			must(t, err)
			before, after, err := l.Preview(ctx, author, "budget", 1, templates.Draft{Docx: test.docx, Schema: &changed})
			must(t, err)
			same(t, "differences", templates.Compare(before, after), test.want)
		})
	}
}
