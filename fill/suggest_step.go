package fill

import (
	"slices"
	"strings"
)

// steps are the ways from one figure to another, as a label calls them, by the
// words between the two: 由X%提高到X%.
var steps = func() map[string]string {
	named := map[string]string{"增": "增加", "升": "上升", "降": "下降", "减": "减少"}
	for _, w := range strings.Fields("提高 提升 上升 增加 增长 扩大 下降 降低 减少 回落 缩减 压减 压缩 缩短 调整 变更") {
		named[w] = w
	}
	return named
}()

// stepBetween gives the way from one figure to the next; empty where the words
// between them name none.
func stepBetween(words string) string {
	words = strings.Trim(words, " ，,了")
	for _, w := range []string{"到", "至", "为"} {
		if rest, ok := strings.CutSuffix(words, w); ok {
			return steps[rest]
		}
	}
	return ""
}

// readStep tells whether figure i is where a step begins, and takes the word
// that opens the step off its clause.
func (t *thread) readStep(i int) {
	f := &t.fs[i]
	last := len(f.clauses) - 1
	lead := strings.TrimSpace(f.clauses[last])
	own := trimEnd(lead, []string{"由", "从"}, nil)
	if own == lead || i+1 == len(t.fs) || t.fs[i+1].first {
		return
	}
	if way := stepBetween(t.fs[i+1].before); way != "" {
		f.step, t.fs[i+1].step, t.fs[i+1].risen = "（"+way+"前）", "（"+way+"后）", true
		f.clauses = append(slices.Clone(f.clauses[:last]), own)
	}
}

// readRisen describes figure i, where a step ends, by the one where it begins.
func (t *thread) readRisen(i int) {
	f, from := &t.fs[i], &t.fs[i-1]
	f.role, f.phrase, f.topic = from.role, from.phrase, from.topic
	f.label = strings.TrimSuffix(from.label, from.step) + f.step
	if f.role == roleAmount {
		t.about = i
	}
}
