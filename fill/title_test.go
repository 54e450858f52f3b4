package fill

import (
	"testing"

	"reportfill/fill/filltest"
)

func TestTitle(t *testing.T) {
	title := func(text string) filltest.Markup { return filltest.Styled("Title", filltest.T(text)) }
	for _, test := range []struct {
		name string
		body []filltest.Markup
		want string
	}{
		{"its title", []filltest.Markup{filltest.P(filltest.T("内部资料")), title("X市财政局20XX年度工作总结")}, "市财政局年度工作总结"},
		{"the first of two", []filltest.Markup{title("工作总结"), title("附件")}, "工作总结"},
		{"a doubtful mark", []filltest.Markup{title("X光检查X次")}, "X光检查次"},
		{"on two lines", []filltest.Markup{filltest.Styled("Title", filltest.T("财政局"), "<w:r><w:br/></w:r>", filltest.T("工作总结"))}, "财政局 工作总结"},
		{"marks alone", []filltest.Markup{title("XX")}, ""},
		{"a heading", []filltest.Markup{filltest.P(filltest.T("一、总则")), filltest.P(filltest.T("收入X亿元。"))}, ""},
	} {
		doc := filltest.Doc{Body: test.body, Styles: `<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`}
		p, err := Open(doc.Docx(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := p.Title(); err != nil || got != test.want {
			t.Errorf("%s: got %q, %v, want %q", test.name, got, err, test.want)
		}
	}
}
