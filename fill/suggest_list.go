package fill

import (
	"slices"
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
	end := i + 1
	for end < len(t.fs) && end-i < searchReach && t.fs[end].joined {
		end++
	}
	names := namesOf(head, end-i)
	for k, name := range names {
		g := &t.fs[i+k]
		g.clauses = append(slices.Clone(f.clauses[:len(f.clauses)-1]), name+rest)
	}
}

// namesOf cuts a list of n names, each with the noun that the last one bears
// for all; nil where it is not a list of so many.
func namesOf(list string, n int) []string {
	names := strings.Split(list, "、")
	if len(names) != n {
		names = strings.FieldsFunc(strings.NewReplacer("以及", "、", "和", "、", "与", "、", "及", "、").Replace(list), func(r rune) bool { return r == '、' })
	}
	if n < 2 || len(names) != n {
		return nil
	}
	last := &names[n-1]
	if utf8.RuneCountInString(names[0])+3 < utf8.RuneCountInString(*last) { // it bears a noun for all, and none can tell which
		return nil
	}
	*last = withoutCount(strings.TrimSuffix(*last, "等"), n)
	shared := (*last)[len(trimEnd(*last, attributes, nil)):]
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
