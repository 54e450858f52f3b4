package fill

import (
	"strings"
	"unicode/utf8"
)

// looseEnds are words that lead to a figure and end no label.
var looseEnds, looseEndWords = []string{"的", "由", "从", "在", "于", "被", "把"}, []string{"目的", "自由", "理由", "缘由", "所在", "存在", "现在", "内在", "潜在", "用于", "由于"}

// shareVerbs are verbs that end like a share and are none.
var shareVerbs = []string{"侵占", "挤占", "抢占", "强占", "独占", "多占"}

// tidy mends what cutting a label out of its sentence leaves behind: a particle
// at its end, half a pair of quotation marks, 占 without its noun.
func tidy(label string) string {
	label = trimEnd(strings.TrimPrefix(strings.Trim(paired(label), "【】～~±/×、， "), "的"), looseEnds, looseEndWords)
	if strings.HasSuffix(label, "占") && !hasSuffix(label, shareVerbs) {
		label += "比"
	}
	return label
}

// pairs are the marks that stand on both sides of a word.
var pairs = [][2]string{{"“", "”"}, {"（", "）"}, {"《", "》"}, {"(", ")"}}

// paired takes the marks off that have lost their other half, and with an
// opening one the word that was cut short.
func paired(s string) string {
	for _, p := range pairs {
		for strings.Count(s, p[1]) > strings.Count(s, p[0]) {
			i := strings.Index(s, p[1])
			s = s[:i] + s[i+len(p[1]):]
		}
		if strings.Count(s, p[0]) > strings.Count(s, p[1]) {
			i := strings.LastIndex(s, p[0])
			if utf8.RuneCountInString(s[:i]) >= 2 {
				return s[:i]
			}
			s = s[:i] + s[i+len(p[0]):]
		}
	}
	return s
}
