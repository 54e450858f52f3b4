package fill

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// detectCase is a paragraph with its marks in reading order, separated by
// blanks. A mark is its text, followed by ?rule if doubtful, by !rule if
// refused, by @year or @month; {{name}} is written =name.
type detectCase struct{ text, want, why string }

func TestDetect(t *testing.T) {
	tables := map[string][]detectCase{
		"number": numberCases, "year": yearCases, "letter": letterCases,
		"digit": digitCases, "hyphen": hyphenCases, "meaning": meaningCases,
		"product": productCases, "variable": variableCases, "tick": tickCases,
		"times": timesCases, "roman": romanCases, "name": nameCases, "prose": proseCases,
	}
	for name, cases := range tables {
		t.Run(name, func(t *testing.T) { runDetect(t, DefaultMarks, false, cases) })
	}
}

func TestDetectInCell(t *testing.T) { runDetect(t, DefaultMarks, true, cellCases) }

func TestDetectOwnMarks(t *testing.T) {
	for marks, cases := range ownMarkCases {
		t.Run(marks, func(t *testing.T) { runDetect(t, strings.Fields(marks), false, cases) })
	}
}

func runDetect(t *testing.T, marks []string, alone bool, cases []detectCase) {
	t.Helper()
	set, err := newMarkSet(marks)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		got := showMarks(c.text, detect(c.text, set, alone))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (%s): -want +got\n%s", c.text, c.why, diff)
		}
		if c.want != "" && !set.mayHold([]byte(c.text)) {
			t.Errorf("%q: mayHold says no", c.text)
		}
	}
}

func showMarks(text string, ms []mark) string {
	var out []string
	for _, m := range ms {
		s := text[m.start:m.end]
		switch {
		case m.name != "":
			s = "=" + m.name
		case m.verdict == doubtful:
			s += "?" + m.rule
		case m.verdict == refused:
			s += "!" + m.rule
		case m.year:
			s += "@year"
		case m.month:
			s += "@month"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

var numberCases = []detectCase{
	{"X", "X", "alone in a paragraph"},
	{"XXX", "XXX", "alone in a paragraph"},
	{"", "", "no text"},
	{"财政收入", "", "no mark"},
	{"XX市", "XX", "a run of one mark"},
	{"XX市财政局", "XX", ""},
	{"××××年××月××日", "×××× ×× ××", ""},
	{"Ｘ亿元", "Ｘ", "full-width"},
	{"ＸＸ县", "ＸＸ", "full-width"},
	{"╳╳村", "╳╳", ""},
	{"╳个", "╳", "a unit follows"},
	{"X.X%", "X.X", ""},
	{"增长X.XX个百分点", "X.XX", ""},
	{"X．X%", "X．X", "full-width point"},
	{"X,XXX.XX万元", "X,XXX.XX", ""},
	{"XXX,XXX元", "XXX,XXX", ""},
	{"X,XXX,XXX元", "X,XXX,XXX", ""},
	{"XXXX,XXX元", "XXXX XXX", "no thousands: four before the comma"},
	{"X,XX两地", "X XX", "no thousands: two after the comma"},
	{"X,XXXX户", "X XXXX", "no thousands: four after the comma"},
	{"X,X,X", "X X X", "a list"},
	{"X，XXX万元", "X XXX", "a full-width comma parts clauses"},
	{"编到3级标题，即X.X.X；", "X.X.X", "a heading number"},
	{"XX.XX.XX", "XX.XX.XX", ""},
	{"共X.", "X", "a full stop"},
	{"共X.\nX人", "X X", "a break parts"},
	{"X..X", "X X", ""},
	{"X .X", "X X", "blanks part"},
	{"X X X ", "X X X", "blanks part"},
	{"X\tX\tX", "X X X", "tabs part"},
	{"XＸ", "X Ｘ", "two marks"},
	{"X×", "X ×", "two marks"},
	{"X\u00ADX市", "X\u00ADX", "a soft hyphen is not seen"},
	{"\uFFFCX\uFFFC", "X", "between drawings"},
	{"完成X\uFFFC亿元", "X", "a footnote reference after it"},
	{"Х市Χ市Ⅹ市✗☒✕", "", "lookalikes: Cyrillic, Greek, roman, ticks"},
	{"x市，xx县", "", "the small x is no mark"},
	{"X\xff市", "X", "broken UTF-8"},
}

var yearCases = []detectCase{
	{"20XX年", "20XX@year", ""},
	{"202X年X月", "202X@year X", ""},
	{"202X年", "202X@year", ""},
	{"19XX年出生", "19XX@year", ""},
	{"20xx.xx", "20xx@year xx@month", ""},
	{"20xx年", "20xx@year", ""},
	{"202x年", "202x@year", ""},
	{"20xx年xx月xx日", "20xx@year xx@month xx", "a date that a small x opens goes on"},
	{"20xx年x月", "20xx@year x@month", ""},
	{"20xx 年 xx 月 xx 日", "20xx@year xx@month xx", ""},
	{"20XX. XX市", "20XX@year XX", "a sentence ends"},
	{"20xx年xx个项目", "20xx@year", "no month: the small x is no mark"},
	{"20xx.xx.xx", "20xx@year xx@month xx", ""},
	{"20xx-xx-xx", "20xx@year xx@month xx", ""},
	{"20XX.XX", "20XX@year XX@month", ""},
	{"20XX.XX.XX", "20XX@year XX@month XX", ""},
	{"20XX.X—20XX.X", "20XX@year X@month 20XX@year X@month", ""},
	{"20XX-XX-XX", "20XX@year XX@month XX", ""},
	{"20XX/XX/XX", "20XX@year XX@month XX", ""},
	{"20XX.12", "20XX@year", ""},
	{"20XX-12-31", "20XX@year", ""},
	{"20XX年X月X日", "20XX@year X X", ""},
	{"20XX 年 X 月", "20XX@year X", "blanks before 年"},
	{"２０ＸＸ年", "２０ＸＸ@year", "full-width"},
	{"20××年", "20××@year", ""},
	{"20×1年12月31日", "20×1@year", "as textbooks of accounting write it"},
	{"20X5年", "20X5@year", ""},
	{"2XXX年", "2XXX@year", ""},
	{"18XX年", "18XX@year", "an older year needs 年"},
	{"18XX", "XX", "no year: the marks alone"},
	{"12XX元", "XX", "no year: the marks alone"},
	{"国发〔20XX〕XX号", "20XX@year XX", ""},
	{"〔202X〕X号", "202X@year X", ""},
	{"（202X）", "202X@year", "a year, not a tick"},
	{"20XX-20XX学年", "20XX@year 20XX@year", ""},
	{"202X—202X年度", "202X@year 202X@year", ""},
	{"20XX工作总结", "20XX@year", ""},
	{"20XX年度", "20XX@year", ""},
	{"20XX届毕业生", "20XX@year", ""},
	{"20XX项目清单", "20XX@year", "项目 is no unit"},
	{"20XX人大代表建议", "20XX@year", "人大 is no unit"},
	{"HT-20XX-001", "20XX@year", ""},
	{"HT20XX-001", "20XX@year", "a number of a contract holds a year"},
	{"A202X", "X!digit", "a type, not a year"},
	{"20XX万元", "XX", "no year: a unit follows"},
	{"20XX.XX万元", "XX.XX", "no year: a unit follows"},
	{"202X.X%", "X.X", "no year: % follows"},
	{"202X万元", "X!digit", "no year: a unit follows"},
	{"20XX.5%", "XX", "no year: % follows"},
	{"1.20XX", "XX", "decimals"},
	{"20XXXX", "XXXX", "a year has four digits"},
	{"2020XX", "XX", "a year has four digits"},
	{"20XX0101", "XX", "a year has four digits"},
	{"320XX年", "XX", "a year has four digits"},
	{"二〇XX年", "XX", "the marks alone"},
	{"二〇二X年", "X", "the mark alone"},
	{"二○××年×月", "×× ×", ""},
	{"20XXA", "XX!latin_letter", ""},
	{"1920x1080", "", "pixels"},
	{"5x5年", "", ""},
	{"2×12年", "×!times", "no year"},
	{"20\u00ADXX年", "20\u00ADXX@year", "a soft hyphen is not seen"},
	{"202X", "202X@year", ""},
	{"XXXX年", "XXXX", "no digits: the sentence tells that it is a year"},
}

var letterCases = []detectCase{
	{"EXCEL", "X!latin_letter", ""},
	{"Xml", "X!latin_letter", ""},
	{"XXL码", "XX!latin_letter", ""},
	{"MAX", "X!latin_letter", ""},
	{"OFFICE XP", "X!latin_letter", ""},
	{"aX.X", "X.X!latin_letter", ""},
	{"X.Xb", "X.X!latin_letter", ""},
	{"ＡＸＢ", "Ｘ!latin_letter", "full-width letters"},
	{"ＴＡＸ", "Ｘ!latin_letter", "full-width letters"},
	{"A×B", "×!latin_letter", ""},
	{"éX", "X!latin_letter", "letters with accents"},
	{"A\u00ADX", "X!latin_letter", "a soft hyphen is not seen"},
	{"OOXML", "X!latin_letter", ""},
	{"XIX世纪", "X!latin_letter X!latin_letter", "a roman number"},
	{"XXIV", "XX!latin_letter", "a roman number"},
	{".docx、.xlsx", "", ""},
	{"Xx", "X!latin_letter", ""},
	{"GDPX亿元", "X?acronym", ""},
	{"GDPXX.XX亿元", "XX.XX?acronym", ""},
	{"CPIX%、PPIX.X％", "X?acronym X.X?acronym", ""},
	{"GDP××亿元", "××?acronym", ""},
	{"ＧＤＰＸ亿元", "Ｘ?acronym", "full-width letters"},
	{"5GX个基站", "X?acronym", ""},
	{"AEDX台", "X?acronym", ""},
	{"GDPX，增长X%", "X!latin_letter X", "no unit"},
	{"GDPX位居第X", "X!latin_letter X", "位 may open a word"},
	{"LINUX个人版", "X!latin_letter", "个人 is a word"},
	{"LINUX系统、MAX值", "X!latin_letter X!latin_letter", ""},
	{"iPhoneX个", "X!latin_letter", "a small letter"},
	{"GDPX-X%", "X!latin_letter X", ""},
	{"XGDP亿元", "X!latin_letter", ""},
}

var digitCases = []detectCase{
	{"X1", "X!digit", ""},
	{"5X", "X!digit", ""},
	{"X5", "X!digit", ""},
	{"X509", "X!digit", ""},
	{"Ｘ１", "Ｘ!digit", "full-width"},
	{"4X4驱动", "X!digit", ""},
	{"5×", "×!digit", ""},
	{"1XX-XXXX", "XX XXXX", ""},
	{"192.168.XX.XX", "XX.XX", ""},
	{"138XXXX5678", "XXXX", "a telephone number"},
	{"0551-6XXXXXXX", "XXXXXXX", "a telephone number"},
	{"34012319XXXXXXXXXX", "XXXXXXXXXX", "an identity number"},
	{"2XX", "XX", ""},
	{"XX1", "XX", ""},
	{"1,XXX.XX元", "XXX.XX", ""},
	{"5.X%", "X", "a decimal of a figure"},
	{"X.5%", "X", "the whole of a figure"},
	{"X.5万元", "X", "the whole of a figure"},
	{"V3.X", "X?version", ""},
	{"Python 3.X", "X?version", ""},
	{"X.509证书", "X?version", ""},
	{"图X.1", "X?version", "as 图X-1"},
	{"X²+1", "X!digit", "a power"},
	{"X₁", "X!digit", "an index"},
	{"X\u00AD1", "X!digit", "a soft hyphen is not seen"},
	{"截至12月X日", "X", ""},
	{"三十X个", "X", "Chinese numerals are words"},
}

var hyphenCases = []detectCase{
	{"X-ray", "X!hyphen", ""},
	{"X-15", "X!hyphen", ""},
	{"图X-1、表X-1", "X!hyphen X!hyphen", ""},
	{"表X－1", "X!hyphen", "full-width"},
	{"X\u20111", "X!hyphen", "a non-breaking hyphen"},
	{"表×-1", "×!hyphen", ""},
	{"X-X月份", "X X", ""},
	{"1-X月份", "X", ""},
	{"X-12月份", "X?range", "one end of a range"},
	{"X－12月", "X?range", "full-width"},
	{"X - 12月", "X", "blanks around the hyphen"},
	{"3月X-15日", "X?range", "one end of a range"},
	{"X-4季度", "X?range", "one end of a range"},
	{"X-12", "X!hyphen", "no month"},
	{"X-152日", "X!hyphen", "no day"},
	{"表X-1月份收入", "X?range", "could be either"},
	{"歼X-15号机", "X!hyphen", ""},
	{"X—12月份", "X", "a dash is no hyphen"},
	{"X–X%", "X X", ""},
	{"X~X岁", "X X", ""},
	{"（-X%）", "X", ""},
	{"-X%", "X", ""},
	{"－X%", "X", ""},
	{"HT-2026-XXX", "XXX", ""},
	{"HT-2026-X", "X", ""},
	{"XX-1", "XX", "more than one mark"},
	{"XXX-ray", "XXX", "more than one mark"},
	{"X-", "X", ""},
	{"X-二期", "X", ""},
	{"X.X-1", "X.X", ""},
	{"XX-XX-XX", "XX XX XX", ""},
	{"-XX:MaxPermSize", "XX", ""},
}

var meaningCases = []detectCase{
	{"X光", "X?ray", ""},
	{"X光片", "X?ray", ""},
	{"X光伏电站", "X", "光伏 is another word"},
	{"X射线", "X?ray", ""},
	{"X 射线", "X?ray", ""},
	{"X-射线", "X?ray", ""},
	{"Ｘ射线", "Ｘ?ray", ""},
	{"X线检查", "X?ray", ""},
	{"X轴", "X?axis", ""},
	{"X坐标", "X?axis", ""},
	{"X染色体", "X?chromosome", ""},
	{"X型", "X?shape", ""},
	{"XX型", "XX", "more than one mark"},
	{"×型", "×", "× is no letter"},
	{"XX光电公司", "XX", ""},
	{"X号线", "X", ""},
	{"X条轴线", "X", ""},
}

var productCases = []detectCase{
	{"OS X", "X?product", ""},
	{"Product X", "X?product", ""},
	{"SUN X,", "X?product", ""},
	{"Windows X", "X?product", ""},
	{"Mac OS X系统", "X?product", ""},
	{"Model-X", "X?product", ""},
	{"X Window", "X?product", ""},
	{"X and Y represent", "X?product", ""},
	{"Project\u00A0X", "X?product", ""},
	{"Project\u3000X", "X?product", ""},
	{"FIELD_X", "X?product", ""},
	{"___X___万元", "X", "an underline"},
	{"Product XX", "XX", "more than one mark"},
	{"Total\tX", "X", "a tab parts columns"},
	{"Total: X", "X", ""},
	{"GDP X亿元", "X?product", "to the letter of the rule"},
	{"GDP增长X%", "X", ""},
	{"GDP（X亿元）", "X", ""},
	{"装机 X MW", "X", "a unit, not a word"},
	{"全长 X km。", "X", "a unit, not a word"},
	{"X mile", "X?product", "m is no unit here"},
	{"Classified Index: ××××", "××××", ""},
	{"A ×", "×", "× is no letter"},
	{"附件X", "X", ""},
	{"附件X.docx", "X", ""},
	{"X\nWindow", "X", "a break parts"},
}

var variableCases = []detectCase{
	{"坐标X", "X?variable", ""},
	{"向量X", "X?variable", ""},
	{"变量 X", "X?variable", ""},
	{"X、Y", "X?variable", ""},
	{"Y、X", "X?variable", ""},
	{"X-Y", "X?variable", ""},
	{"X-y:", "X?variable", ""},
	{"X–Y", "X?variable", ""},
	{"<X,Y>", "X?variable", ""},
	{"（X，Y）", "X?variable", ""},
	{"(X, Y)", "X?variable", ""},
	{"X/Y", "X?variable", ""},
	{"Y=X", "X?variable", ""},
	{"Ｘ、Ｙ", "Ｘ?variable", ""},
	{"X、Y、Z三个方向", "X?variable", ""},
	{"X、X等市", "X X", "names of towns"},
	{"X、X、X三县", "X X X", ""},
	{"X、Yellow", "X", "a word"},
	{"周转率X;", "X", ""},
	{"XX、Y", "XX", "more than one mark"},
	{"ΔX", "X?variable", ""},
	{"“1+X”证书", "X?variable", "a slogan"},
	{"“X+N”模式", "X?variable", "a slogan"},
	{"X+X", "X X", "a sum of placeholders"},
	{"坐标为X", "X", ""},
}

var tickCases = []detectCase{
	{"（X）", "X?tick", ""},
	{"(X)", "X?tick", ""},
	{"( X )", "X?tick", ""},
	{"[X] 是  [ ] 否", "X?tick", ""},
	{"【X】", "X?tick", ""},
	{"（×）1. 预算法规定", "×?tick", "a question of an examination"},
	{"Import (X)HTML", "X?tick", ""},
	{"同比增长（X%）", "X", ""},
	{"（X.X）", "X.X", ""},
	{"（XX）", "XX", ""},
	{"（X个）", "X", ""},
	{"（X）万元", "X", "a figure: a unit follows"},
	{"第（X）次", "X", "a figure: a unit follows"},
	{"国发〔X〕X号", "X X", "a number of a document"},
	{"〔X〕", "X?tick", ""},
	{"（X", "X", "not closed"},
	{"《X》", "X", "a title"},
	{"“X”", "X", "a quotation"},
	{"“×”表示未完成", "×?legend", ""},
	{"‘X’代表空缺", "X?legend", ""},
	{"\"×\"表示不适用", "×?legend", ""},
	{"“×” 表示不适用", "×?legend", ""},
	{"注：“XX”表示单位名称", "XX?legend", "however many"},
	{"“×”符号", "×?legend", ""},
	{"在框内打“×”。", "×?legend", ""},
	{"正确的打“√”，错误的打“×”", "×?legend", ""},
	{"打“X”牌", "X", "a slogan"},
	{"荣获“X”称号", "X", "a name"},
	{"“X”工程", "X", "a name"},
	{"以“X”为主题", "X", "a name"},
	{"“X表示", "X", "not closed"},
	{"X表示，", "X", "a person's name"},
	{"×", "×", "not in a table"},
}

var timesCases = []detectCase{
	{"3×5", "×!times", ""},
	{"3 × 5", "×!times", ""},
	{"2×660MW", "×!times", ""},
	{"4×100米接力", "×!times", ""},
	{"5%×3", "×!times", ""},
	{"X×5", "X ×!times", "a placeholder is a number"},
	{"X × X", "X ×!times X", ""},
	{"XX×XX", "XX ×!times XX", ""},
	{"3╳5", "╳!times", ""},
	{"3××5", "××", "more than one mark"},
	{"利率×期数", "×?formula", ""},
	{"利率 × 期数", "×?formula", ""},
	{"本金×年利率×期限", "×?formula ×?formula", "年利率 is a word"},
	{"单价×人数", "×?formula", "人数 is a word"},
	{"税基×（1-税率）", "×?formula", ""},
	{"（收入-支出）×税率", "×?formula", ""},
	{"收入 × 5", "×?formula", ""},
	{"12 × 月工资", "×?formula", ""},
	{"人口×人均产值", "×?formula", ""},
	{"份额×市场规模", "×?formula", "市场 is a word"},
	{"投资×万元", "×", ""},
	{"位于×市", "×", ""},
	{"开展×个项目", "×", ""},
	{"自×年起", "×", ""},
	{"第×次会议", "×", ""},
	{"共 × 人", "×", ""},
	{"增长×%", "×", ""},
	{"增长×％", "×", ""},
	{"居全省第×位", "×", ""},
	{"投入×余万元", "×", ""},
	{"完成×。", "×", "no word follows"},
	{"优秀团干部、×奖学金等", "×", "no word before it"},
	{"×月×日", "× ×", ""},
	{"×省×市×县×乡×村", "× × × × ×", ""},
	{"赴×街道调研", "×", ""},
	{"利率××期数", "××", "more than one mark"},
	{"20 X 30", "X", "a row of figures"},
	{"12\tX\t15", "X", "a row of figures"},
}

var romanCases = []detectCase{
	{"X. 总则", "X?roman", ""},
	{"X.总则", "X?roman", ""},
	{"X) 总则", "X?roman", ""},
	{"X）总则", "X?roman", ""},
	{"  X. 总则", "X?roman", ""},
	{"X.\tFinancial Statements", "X?roman", ""},
	{"X.", "X", "nothing follows"},
	{"X.5%", "X", "a figure"},
	{"X. ", "X", "nothing follows"},
	{"X)", "X", "nothing follows"},
	{"见X. 总则", "X", "does not open the paragraph"},
	{"X、总则", "X", ""},
	{"XX. 总则", "XX", "more than one mark"},
	{"×. 总则", "×", "× is no letter"},
	{"X.X 总则", "X.X", ""},
}

var nameCases = []detectCase{
	{"{{name}}", "=name", ""},
	{"{{ 财政收入 }}亿元", "=财政收入", ""},
	{"{{a.b-c_1}}", "=a.b-c_1", ""},
	{"{{\u3000a\u00A0}}", "=a", ""},
	{"{{X}}", "=X", ""},
	{"{{20XX}}年", "=20XX", ""},
	{"{{收\u00AD入}}{{a\u2011b}}", "=收入 =a-b", "what Word puts between is not seen"},
	{"{{a}}{{b}}", "=a =b", ""},
	{"{{{a}}}", "=a", "the innermost braces"},
	{"aX{{b}}X", "X!latin_letter =b X", ""},
	{"{{ }}", "", ""},
	{"{{}}", "", ""},
	{"{{#loop}}", "", ""},
	{"{{/x}}", "", ""},
	{"{{a b}}", "", ""},
	{"{{-}}", "", "no letter and no digit"},
	{"{{.}}", "", "no letter and no digit"},
	{"{{#if X}}", "X!braces", ""},
	{"{{20XX年 X}}", "XX!braces X!braces", ""},
	{"{{a}", "", ""},
	{"{{a} }", "", ""},
	{"{a}", "", ""},
	{"{{X", "X", "not closed"},
	{"{X}", "X", "one brace"},
	{"{#loop}XXX", "XXX", ""},
	{"{{{{a}}", "=a", ""},
	{"{{a{{b}}", "=b", ""},
	{"{{é}}{{имя}}{{नाम}}", "=é =имя =नाम", "any script"},
}

var cellCases = []detectCase{
	{"X", "X", "a table of figures"},
	{" X ", "X", ""},
	{"Ｘ", "Ｘ", ""},
	{"XX", "XX", ""},
	{"×", "×?tick", ""},
	{" × ", "×?tick", ""},
	{"╳", "╳?tick", ""},
	{"××", "××", ""},
	{"×%", "×", ""},
	{"×万元", "×", ""},
	{"× ×", "× ×", ""},
	{"-X", "X", ""},
}

var ownMarkCases = map[string][]detectCase{
	"□": {
		{"收入□亿元", "□", ""},
		{"□□市", "□□", ""},
		{"20□□年□月", "20□□@year □", ""},
		{"GDP□亿元", "□", "□ is no letter"},
		{"□.□%", "□.□", ""},
		{"X亿元", "", "X is no mark now"},
		{"5□", "□", "□ is no letter"},
		{"（□）", "□", "the author has said that it is a placeholder"},
	},
	"＿": {{"共＿＿人", "＿＿", ""}, {"共＿人", "＿", ""}},
	"__": {
		{"共__人", "__", ""},
		{"共____人", "____", ""},
		{"共_人", "", "the mark is two of them"},
		{"共__.__人", "__.__", ""},
	},
	"△": {{"△△省", "△△", ""}, {"△", "△", ""}},
	"N": {
		{"第N次", "N", ""},
		{"NN市", "NN", ""},
		{"CNN", "NN!latin_letter", "a letter still"},
		{"N95口罩", "N!digit", "a letter still"},
		{"N-1", "N!hyphen", "a letter still"},
		{"Type N", "N", "the author has said that it is a placeholder"},
		{"N型", "N", "the author has said that it is a placeholder"},
	},
	"x":   {{"共x人", "x", ""}, {"20xx年xx月", "20xx@year xx@month", ""}, {"text", "x!latin_letter", ""}},
	"*":   {{"**市", "**", ""}, {"20**年", "20**@year", ""}},
	"某":   {{"某市某县", "某 某", ""}},
	"X ×": {{"X与╳", "X", ""}},
	"😀":   {{"共😀人", "😀", ""}},
}

func TestNewMarkSetRefuses(t *testing.T) {
	for _, marks := range [][]string{{""}, {"XY"}, {"5"}, {"５"}, {" "}, {"\u3000"}, {"{"}, {"."}, {","}, {"-"},
		{"\u2011"}, {"\u00AD"}, {"\n"}, {"\uFFFC"}, {"\xff"}, {"\u0301"}, {"X", "X"}, {"X", "□□", "□"}} {
		if _, err := newMarkSet(marks); err == nil {
			t.Errorf("newMarkSet(%q) takes them", marks)
		} else if err.Error() == "" {
			t.Errorf("newMarkSet(%q): no message", marks)
		}
	}
}

func TestNoMarks(t *testing.T) {
	runDetect(t, []string{}, false, []detectCase{
		{"X市{{a}}", "=a", "names need no marks"},
		{"20xx年", "20xx@year", "nor does the small x of a year"},
	})
}

func TestRuleText(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range markRules {
		if seen[r.name] {
			t.Errorf("rule %s stands twice", r.name)
		}
		seen[r.name] = true
		if text := RuleText(r.name); text.ZH == "" || text.EN == "" || text.ZH == text.EN {
			t.Errorf("RuleText(%s) = %+v, want both languages", r.name, text)
		}
	}
	if got := RuleText("no such rule"); got != (Text{}) {
		t.Errorf("RuleText of an unknown rule = %+v, want none", got)
	}
}
