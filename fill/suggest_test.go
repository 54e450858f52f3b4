package fill

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// suggested reads one paragraph and gives `kind unit label` of each placeholder.
func suggested(t *testing.T, text string) []string {
	t.Helper()
	var out []string
	for _, f := range Suggest(placeholdersOf(t, text)) {
		unit := f.Unit
		if unit == "" {
			unit = "-"
		}
		out = append(out, string(f.Kind)+" "+unit+" "+f.Label)
	}
	return out
}

// A suggestion is one paragraph, with `kind unit label` of each of its placeholders.
type suggestion struct {
	text string
	want []string
}

func holdSuggested(t *testing.T, suggestions []suggestion) {
	t.Helper()
	for _, s := range suggestions {
		if diff := cmp.Diff(s.want, suggested(t, s.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s.text, diff)
		}
	}
}

func TestSuggestSentences(t *testing.T) {
	holdSuggested(t, []suggestion{
		{"全年财政收入完成X亿元，同比下降X%。财政收入总量居全省第X位，增幅居全省第X位。", []string{
			"decimal 亿元 财政收入", "percent % 财政收入同比下降", "rank 位 财政收入总量居全省位次", "rank 位 财政收入增幅居全省位次"}},
		{"投入资金X亿元，其中：中央资金X亿元。", []string{"decimal 亿元 投入资金", "decimal 亿元 中央资金"}},
		{"截至X月底，财政收入完成X亿元。", []string{"month 月 截至月份", "decimal 亿元 财政收入"}},
		{"X—X月，新增就业X万人。", []string{"month 月 起始月份", "month 月 截止月份", "decimal 万人 新增就业"}},
		{"该项目历时X年，与X年相比，投资增加X万余元。", []string{"integer 年 该项目历时", "year 年 对比年份", "decimal 万元 投资增加"}},
		{"为期X个月的专项整治，X个工作日内办结。", []string{"integer 个月 为期", "integer 个工作日 工作日数"}},
		{"选派X余名干部，组织X个支部到社区服务。", []string{"integer 名 选派干部", "integer 个 组织支部"}},
		{"排名全国第X名，列全省第X。", []string{"rank 名 排名全国位次", "rank - 列全省位次"}},
		{"会议印发〔20XX〕X号文件。", []string{"year - 年份", "integer 号 文件"}},
		{"死亡率为X‰，价格每吨X元，费率X.XX%。", []string{"decimal ‰ 死亡率", "decimal 元 价格（每吨）", "percent % 费率"}},
		{"第X季度完成投资X亿元，前X季度增长X%。", []string{
			"integer 季度 季度（完成投资）", "decimal 亿元 完成投资", "integer 季度 季度（投资增长）", "percent % 完成投资增长"}},
		{"一至X季度，全市投资X亿元；X-X季度，连续X季度增长。", []string{
			"integer 季度 截止季度（全市投资）", "decimal 亿元 全市投资", "integer 季度 起始季度", "integer 季度 截止季度（全市投资连续）", "integer 季度 连续"}},
		{"一至X月份，新增就业X人。", []string{"month 月 截止月份", "integer 人 新增就业"}},
		{"入学率由X%提高到X%，提高X个百分点；床位由X张增至X张，增长X%。", []string{
			"percent % 入学率（提高前）", "percent % 入学率（提高后）", "percent 个百分点 入学率提高",
			"integer 张 床位（增加前）", "integer 张 床位（增加后）", "percent % 床位增长"}},
		{"办理时限由X个工作日压缩至X个工作日，审批事项由X项缩减到X项。", []string{
			"integer 个工作日 办理时限（压缩前）", "integer 个工作日 办理时限（压缩后）", "integer 项 审批事项（缩减前）", "integer 项 审批事项（缩减后）"}},
		{"林地占比从X.X%降低为X.X%。", []string{"percent % 林地占比（降低前）", "percent % 林地占比（降低后）"}},
		{"全市税收收入占比重由X%上升至X%。", []string{"percent % 税收收入占比重（上升前）", "percent % 税收收入占比重（上升后）"}},
		{"二〇XX年，二○二X年。", []string{"text - 年份后两位", "text - 年份末位"}},
		{"受理来信来访X件（批）X人（次），购置设备X台（套）。", []string{
			"integer 件 受理来信来访（件）", "integer 人 受理来信来访（人）", "integer 台 购置设备"}},
		{"联系电话：0551-XXXXXXXX，文号：X政发〔20XX〕X号  签发人：XXX", []string{
			"text - 联系电话", "text - 政发名称", "year - 年份", "integer 号 文号", "text - 签发人"}},
		{"一般公共预算收入X亿元，为预算的X%，人均可支配收入X元，户均增收X元。", []string{
			"decimal 亿元 一般公共预算收入", "percent % 预算比例", "decimal 元 人均可支配收入", "decimal 元 人均可支配收入户均增收"}},
		{"X时X分", []string{"integer 时 时点", "integer 分 时点（分）"}},
		{"X：X", []string{"decimal - 数值", "decimal - 数值（2）"}},
		{"X", []string{"text - 内容"}},
		{"X—12月份，增长X至8%，投资X～20万元。", []string{
			"month 月 起始月份", "percent % 增长", "decimal 万元 投资"}},
		{"支出减少，主要原因是X。其他用车主要是X；排名为X，指数为X。", []string{
			"text - 主要原因", "text - 其他用车主要", "decimal - 排名", "decimal - 指数"}},
		{"办结率、满意率分别达X%、X%。", []string{"percent % 办结率", "percent % 满意率"}},
		{"化学需氧量、氨氮排放量分别下降X%和X%，甲、乙、丙三县分别投资X万元、X万元、X万元。", []string{
			"percent % 化学需氧量排放量下降", "percent % 氨氮排放量下降", "decimal 万元 甲投资", "decimal 万元 乙投资", "decimal 万元 丙投资"}},
		{"空气指数X.X，同比改善X%；单产X公斤/亩，地价X.X万元/亩，再融资X亿元。", []string{
			"decimal - 空气指数", "percent % 空气指数同比改善", "decimal 公斤/亩 单产", "decimal 万元/亩 地价", "decimal 亿元 再融资"}},
		{"城镇、农村居民人均收入分别达X元、X元。", []string{
			"decimal 元 城镇、农村居民人均收入（城镇）", "decimal 元 城镇、农村居民人均收入（农村）"}},
		{"联系人：X，电话：XX", []string{"text - 联系人", "text - 电话"}},
	})
}

func TestSuggestDecimals(t *testing.T) {
	ps := placeholdersOf(t, "完成X亿元、X元，占X%，X个，X.XXX万元，X年；X万X千元，X亿X万人；X万亩，X公里，X微克/立方米，X倍。")
	want := []int{2, -1, 1, 0, 3, -1, 0, 0, 0, 0, 2, -1, -1, -1}
	for i, f := range Suggest(ps) {
		got := -1
		if f.Decimals != nil {
			got = *f.Decimals
		}
		if got != want[i] {
			t.Errorf("%s: got %d decimals, want %d", ps[i].Sentence(), got, want[i])
		}
	}
}

// A quarter is one of four; what a kind bounds by itself needs no tags.
func TestSuggestBounds(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"第X季度", "gte=1,lte=4"},
		{"前X季度", "gte=1,lte=4"},
		{"20XX年X季度，", "gte=1,lte=4"},
		{"X-X季度", "gte=1,lte=4"},
		{"连续X季度", ""},
		{"X个季度", ""},
		{"X月X日X时", "gte=0,lte=24"},
		{"X时X分", "gte=0,lte=59"},
		{"历时X时", ""},
		{"得X分", ""},
		{"每X季度", ""},
		{"X月份", ""},
		{"第X次", ""},
	} {
		fields := Suggest(placeholdersOf(t, tt.text))
		if got := fields[len(fields)-1].Validate; got != tt.want {
			t.Errorf("%s: got the tags %q, want %q", tt.text, got, tt.want)
		}
	}
}

// One field for the places of a name; none for a doubtful placeholder.
func TestSuggestNamesAndDoubts(t *testing.T) {
	context := "{{income}}亿元，X光，{{income}}亿元"
	ps := []Placeholder{
		{Number: 1, Text: "{{income}}", Name: "income", Context: context},
		{Number: 2, Text: "X", Doubtful: "X光", Context: context, Offset: strings.Index(context, "X")},
		{Number: 3, Text: "{{income}}", Name: "income", Context: context, Offset: strings.LastIndex(context, "{{")},
	}
	got := Suggest(ps)
	two := 2
	want := []Field{{Name: "income", Label: got[0].Label, Kind: KindDecimal, Unit: "亿元", Decimals: &two, Placeholders: []int{1, 3}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestUnitAt(t *testing.T) {
	for _, tt := range []struct {
		after, unit, rest string
	}{
		{"亿元，", "亿元", "，"},
		{"余万元资金", "万元", "资金"},
		{"万余元", "万元", ""},
		{" 个村", "个", "村"},
		{"个百分点", "个百分点", ""},
		{"个月", "个月", ""},
		{"％", "%", ""},
		{"人次", "人次", ""},
		{"人民政府", "", "政府"},
		{"多万人次", "万人次", ""},
		{"万亩", "万亩", ""},
		{"元/人·月，", "元/人·月", "，"},
		{"部/百人", "部/百人", ""},
		{"万元/户", "万元/户", ""},
		{"立方米每秒", "立方米每秒", ""},
		{"元每人", "元", "每人"},
		{"台/套", "台", "/套"},
		{"成左右", "成", "左右"},
		{"成立", "", ""},
		{"条例", "", ""},
		{"  学校代码", "", "  学校代码"},
		{"，", "", "，"},
	} {
		unit, n, class := unitAt(tt.after)
		if class == unitOfName {
			unit = ""
		}
		if unit != tt.unit || class != unitOfName && tt.after[n:] != tt.rest {
			t.Errorf("unitAt(%q): got %q and the rest %q, want %q and %q", tt.after, unit, tt.after[n:], tt.unit, tt.rest)
		}
	}
}

// A word in two classes would be read as either.
func TestUnitWordsOnce(t *testing.T) {
	seen := map[string]unitClass{}
	for class, words := range unitWords {
		for _, w := range strings.Fields(words) {
			if other, ok := seen[w]; ok && other != class {
				t.Errorf("%s is in the classes %d and %d", w, other, class)
			}
			seen[w] = class
		}
	}
}

// Labels tell the fields of a document apart.
func TestSuggestUniqueLabels(t *testing.T) {
	for _, d := range readDrafts(t) {
		seen := map[string]string{}
		for _, f := range Suggest(d.placeholders) {
			if f.Label == "" {
				t.Errorf("%s: %s has no label", d.name, f.Name)
			}
			if other, ok := seen[f.Label]; ok {
				t.Errorf("%s: %s and %s are both %q", d.name, other, f.Name, f.Label)
			}
			seen[f.Label] = f.Name
		}
	}
}

// BenchmarkSuggest reads 120 and 12,000 placeholders; `ns/X` is the time of one.
func BenchmarkSuggest(b *testing.B) {
	const clause = "全市投入资金X亿元，其中：中央资金X亿元、省级资金X亿元、市级资金X亿元，比上年的X亿元增长X%；"
	for _, n := range []int{120, 12000} {
		for _, shape := range []string{"paragraphs", "one paragraph", "years"} {
			lines := slices.Repeat([]string{clause}, n/6)
			switch shape {
			case "one paragraph":
				lines = []string{strings.Join(lines, "")}
			case "years":
				lines = []string{strings.Repeat("X年X元", n/2)}
			}
			ps := placeholdersOf(b, lines...)
			b.Run(shape+" "+map[int]string{120: "120", 12000: "12000"}[n], func(b *testing.B) {
				for b.Loop() {
					Propose(ps, Suggest(ps))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/X")
			})
		}
	}
}

// TestSuggestNamesWithoutEnd holds that what is read of a clause does not grow with
// the names that stand in it.
func TestSuggestNamesWithoutEnd(t *testing.T) {
	for _, name := range []string{"X-", "X局 ", "甲X乙", "率连续X年保持", "位列X个第"} {
		text := strings.Repeat(name, 1000)
		read := 0
		for _, f := range mentions(placeholdersOf(t, text)) {
			read += len(f.lead())
		}
		if most := 1000 * clauseReach * utf8.UTFMax; read > most {
			t.Errorf("of %d bytes of %q, %d are read as clauses, want at most %d", len(text), name, read, most)
		}
	}
}
