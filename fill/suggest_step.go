package fill

import (
	"regexp"
	"strings"
)

// steps are the ways from one figure to another, as a label calls them, by the
// words between the two: 由X%提高到X%.
var steps = func() map[string]string {
	named := map[string]string{"增": "增加", "升": "上升", "降": "下降", "减": "减少", "发展": "增加"}
	for _, w := range strings.Fields("提高 提升 上升 增加 增长 扩大 下降 降低 减少 回落 缩小 缩减 压减 压缩 缩短 延长 调整 变更 优化 上调 下调") {
		named[w] = w
	}
	return named
}()

var (
	// stepStarts lead to the figure where a step begins.
	stepStarts = []string{"由", "从"}
	// stepEnds lead from the way to the figure where it ends.
	stepEnds = []string{"到", "至", "为"}
)

// stepBetween gives the way from one figure to the next; empty where the words
// between them name none.
func stepBetween(words string) string {
	words = withoutTime(strings.TrimSuffix(strings.Trim(words, " ，,了"), "第"))
	if i := strings.Index(words, "每"); i > 0 && isBasis(words[i+len("每"):]) { // 提高到每月
		words = words[:i]
	}
	if rest := trimOneOff(words, stepEnds); rest != words {
		return steps[rest]
	}
	return ""
}

// writtenTime is a time that is written out, at the end of words: 2020年的, 上年同期的.
var writtenTime = regexp.MustCompile(`(?:\d+(?:年|年底|年末|年初|月|月底|月份)|[上去今本]年(?:底|末|初|同期)?|年初|目前|现在)的?$`)

const longestTime = 8 // characters

// withoutTime takes such a time off.
func withoutTime(words string) string {
	end := lastCharacters(words, longestTime)
	return words[:len(words)-len(end)] + writtenTime.ReplaceAllString(end, "")
}

// withoutWay takes the words off the end of a phrase that tell of a step to its
// figure: 家庭农场发展到.
func withoutWay(s string) string {
	rest := trimOneOff(s, stepEnds)
	if rest == s {
		return s
	}
	for _, characters := range []int{2, 1} {
		if way := lastCharacters(rest, characters); steps[way] != "" {
			return strings.TrimSuffix(rest, way)
		}
	}
	return s
}

// readStep tells whether figure i is where a step begins, with the list or the
// ratio that it opens, and takes the word that opens the step off its clause.
// Years may stand before its ends: 由X年的X%提高到X年的X%, 由2020年的X%提高到X%.
func (t *thread) readStep(i int) {
	f, j := &t.fs[i], t.listEnd(i)
	noun, basis := cutBasis(strings.TrimSuffix(strings.TrimSpace(f.lead()), "第"))
	noun = withoutTime(noun)
	own := trimEnd(noun, stepStarts, nil)
	if own == noun || f.joined || j == len(t.fs) || t.fs[j].first {
		return
	}
	way := stepBetween(t.fs[j].before)
	if j+1 < len(t.fs) && t.fs[j+1].dated {
		j++
	}
	if way == "" {
		return
	}
	clauses := f.clausesWith(own + basis)
	for k := 0; i+k < t.listEnd(i) && j+k < t.listEnd(j); k++ {
		from, to := &t.fs[i+k], &t.fs[j+k]
		from.clauses, from.step = clauses, "（"+way+"前）"
		to.step, to.risen, to.from = "（"+way+"后）", true, i+k
	}
}

// listEnd is the figure behind the list that figure i opens, be it one figure.
func (t *thread) listEnd(i int) int {
	end := i + 1
	for end < len(t.fs) && end-i < searchReach && t.fs[end].joined {
		end++
	}
	return end
}

// stepWay is what a label ends in that tells of a step; empty for one that tells
// the member of a list.
func (f *mention) stepWay() string {
	if f.risen {
		return f.step
	}
	return ""
}

// readRisen describes figure i, where a step ends, by the one where it begins.
func (t *thread) readRisen(i int) {
	f := &t.fs[i]
	from := &t.fs[f.from]
	f.role, f.phrase, f.topic = from.role, from.phrase, from.topic
	f.label = strings.TrimSuffix(from.label, from.step) + f.step
	if f.role == roleAmount {
		t.about = i
	}
}
