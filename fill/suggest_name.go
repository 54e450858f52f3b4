package fill

import "strings"

// labelWord names a text by the noun that follows.
func (t *thread) labelWord(i int) string {
	f := &t.fs[i]
	if s := t.labelNumeral(i); s != "" {
		return s
	}
	switch lead := f.lead(); {
	case !strings.HasPrefix(f.joint, "年") || !hasYearHead(lead):
	case hasSuffix(lead, yearHeads):
		return "年份后两位"
	default:
		return "年份末位"
	}
	after := f.joint
	if f.linked {
		after = t.fs[i+1].joint
	}
	after = strings.TrimPrefix(strings.TrimSpace(after), "等")
	if w, c := wordAt(after); c == unitOfName {
		return nameLabel(w, after)
	}
	if s := nounPhrase(f.lead()); strings.Trim(s, "0123456789-－— ") != "" && endsClause(strings.TrimLeft(after, "”’")) {
		return s
	}
	if s := tailNoun(f); s != "" {
		return s + "名称"
	}
	if s := clauseTopic(f.clauses[:len(f.clauses)-1]); s != "" { // 电话：X
		return s
	}
	return orHeading(f, f.topic)
}

// nameLabel is the label of a name before the word: 市名, 同志姓名, 案件类别.
func nameLabel(w, after string) string {
	if s, ok := nameLabels[w]; ok {
		return s
	}
	if s, ok := classifiers[w]; ok {
		rest := strings.TrimPrefix(after, w)
		if i := strings.IndexAny(rest, sentenceEnds+"，,：:、（）()"); i >= 0 {
			rest = rest[:i]
		}
		if n := len([]rune(rest)); n >= 1 && n <= 8 {
			return rest + s
		}
		return s
	}
	return w + "名称"
}

var (
	// nameLabels are the labels of names by the noun behind them.
	nameLabels = map[string]string{
		"省": "省名", "市": "市名", "县": "县名", "区": "区名", "乡": "乡名", "镇": "镇名", "村": "村名", "州": "州名",
		"街道": "街道名", "社区": "社区名", "同志": "同志姓名", "先生": "姓名", "女士": "姓名", "老师": "姓名", "路": "路名",
	}
	// classifiers ask for the sort of the noun behind them: X类案件.
	classifiers = map[string]string{"类": "类别", "型": "型号", "级": "级别"}
)
