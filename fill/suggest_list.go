package fill

import (
	"strings"
	"unicode/utf8"
)

// distribute gives each figure from i on the one of the names before 分别 that
// is its own: 办结率、满意率分别达X%、X%. It leaves all as they are where there are
// not as many names as figures.
func (t *thread) distribute(i int) {
	f := &t.fs[i]
	head, rest, found := strings.Cut(f.lead(), "分别")
	if !found || f.joined || nounPhrase(head) == "" {
		return
	}
	if at := splitComparison(head); at > 0 && !strings.Contains(head[at:], "、") { // 甲、乙同比分别下降
		head, rest = head[:at], head[at:]+rest
	}
	members := t.fs[i:t.listEnd(i)]
	names := namesOf(head, len(members))
	var whole []string
	if names == nil {
		whole = undivided(head, len(members))
	}
	for k := range members {
		members[k].listed = true
		switch {
		case names != nil:
			members[k].clauses = f.clausesWith(names[k] + rest)
		case whole != nil:
			members[k].step = "（" + whole[k] + "）"
		}
	}
}

// sharedNouns are what the last name of a list may bear for all.
var sharedNouns = append(strings.Fields(`排放总量 排放量 使用量 销售额 增加值 平均浓度`), attributes...)

// cutNames cuts a list of n names; nil where it is not a list of so many.
func cutNames(list string, n int) []string {
	names := strings.Split(list, "、")
	if len(names) != n {
		names = strings.FieldsFunc(strings.NewReplacer("以及", "、", "和", "、", "与", "、", "及", "、").Replace(list), func(r rune) bool { return r == '、' })
	}
	if n < 2 || len(names) != n {
		return nil
	}
	names[n-1] = withoutCount(strings.TrimSuffix(names[n-1], "等"), n)
	for _, w := range []string{"比", "较", "第", "高于", "低于"} { // 比全国、全省; 第三、四种形态
		for k := range names {
			if strings.HasPrefix(names[0], w) && !strings.HasPrefix(names[k], w) && (len(w) > 3 || splitComparison(names[0]) == 0 || w == "第") {
				names[k] = w + names[k]
			}
		}
	}
	return names
}

// namesOf cuts a list of n names, each with the noun that the last one bears
// for all; nil where it is not a list of so many, or none can tell the noun.
func namesOf(list string, n int) []string {
	names := cutNames(list, n)
	if names == nil {
		return nil
	}
	last := names[n-1]
	shared := last[len(trimEnd(last, sharedNouns, nil)):]
	if strings.HasPrefix(names[0], "第") && utf8.RuneCountInString(names[0]) == 2 {
		shared = last[len(firstCharacters(last, 2)):]
	}
	if utf8.RuneCountInString(names[0])+3 < utf8.RuneCountInString(strings.TrimSuffix(last, shared)) {
		return nil
	}
	for k, name := range names {
		if name = strings.TrimSpace(name); nounPhrase(name) == "" {
			return nil
		}
		if !strings.HasSuffix(name, shared) {
			names[k] = name + shared
		}
	}
	return names
}

// undivided gives the names of a list whose last one bears a noun for all that
// none can tell, so that the list is the label of each: 城镇、农村居民收入. The names
// of such lists are of one length. It is nil where the list is none.
func undivided(list string, n int) []string {
	names := cutNames(list, n)
	if names == nil {
		return nil
	}
	length := utf8.RuneCountInString(names[0])
	for k, name := range names {
		if m := utf8.RuneCountInString(name); k < n-1 && m != length || m < length {
			return nil
		}
	}
	names[n-1] = firstCharacters(names[n-1], length)
	return names
}

// withoutCount takes the count of a list off its end: 丙三县.
func withoutCount(name string, n int) string {
	numeral := ordinaryNumerals.number(uint64(n))
	if n == 2 {
		numeral = "两"
	}
	i := strings.LastIndex(name, numeral)
	if i <= 0 || utf8.RuneCountInString(name[i+len(numeral):]) > 2 || strings.HasSuffix(name[:i], "第") {
		return name
	}
	return name[:i]
}
