package fill

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// labelReference names the figure of the other time.
func (t *thread) labelReference(i int) string {
	f := &t.fs[i]
	f.about = t.about
	lead := f.lead()
	if f.aside {
		lead = f.outer()
		if p := t.fs[i-1]; p.role == roleMoment && lead == "" || strings.HasPrefix(f.before, "份") {
			f.compared = "比" + p.label
			return p.label + trimEnd(t.fs[max(t.about, 0)].label, changeWords, nil)
		}
	}
	lead = strings.TrimSuffix(trimEnd(strings.Trim(lead, " 、"), looseWords, nil), "的")
	when := comparedTime(lead)
	own := strings.TrimSuffix(lead, when)
	if f.dated {
		when = t.fs[i-1].label
	}
	for _, w := range []string{"比", "较", "与", "由", "从"} {
		if rest, ok := strings.CutSuffix(own, w); ok {
			own, f.compared = rest, w+when
			break
		}
	}
	own = nounPhrase(own)
	j, named := t.resolve(i, own)
	f.about, f.phrase = j, own
	switch {
	case own == "" || named && j != t.about || slices.Contains(attributes, own) && !f.aside:
		own = core(withoutYear(t.labelAt(f.about, f.topic)))
	case hasPrefix(own, attributes):
		own = f.topic + own
	default:
		t.topic, f.topic = own, own
		if !named {
			f.about = -1
		}
	}
	return when + own
}

// comparedTime is the longest name of an earlier time, or of a figure to compare
// with, that words end in; empty for none.
func comparedTime(words string) string {
	longest := ""
	for _, times := range [][]string{earlierTimes, comparedFigures} {
		for _, w := range times {
			if strings.HasSuffix(words, w) && len(w) > len(longest) {
				longest = w
			}
		}
	}
	return longest
}

// withoutYear takes the year off that a label opens with: 2025年预算.
func withoutYear(label string) string {
	rest := strings.TrimLeft(label, "0123456789")
	if len(label)-len(rest) != 4 || !strings.HasPrefix(rest, "年") {
		return label
	}
	return strings.TrimPrefix(strings.TrimPrefix(rest, "年"), "度")
}

// resolve finds the amount that a noun in a comparison names again: 计划整合规模
// speaks of 计划整合涉农资金. It is the last amount where none is named.
func (t *thread) resolve(i int, own string) (figure int, named bool) {
	stem := trimEnd(own, attributes, nil)
	if utf8.RuneCountInString(stem) < 2 {
		return t.about, false
	}
	for j := i - 1; j >= 0 && j > i-searchReach && t.fs[j].sentence == t.fs[i].sentence; j-- {
		if t.fs[j].role == roleAmount && t.fs[j].whole < 0 && strings.Contains(t.fs[j].label, stem) {
			return j, true
		}
	}
	return t.about, false
}

// searchReach is how many figures back a sentence is searched, so that a list without
// end costs no more than its length.
const searchReach = 24

func (t *thread) labelAt(i int, otherwise string) string {
	if i < 0 {
		return otherwise
	}
	return strings.TrimSuffix(t.fs[i].label, t.fs[i].step)
}

// labelChange names whose change it is and against what.
func (t *thread) labelChange(i int) string {
	f := &t.fs[i]
	clause := trimEnd(strings.Trim(f.lead(), " 、"), looseWords, nil)
	at := splitChange(clause)
	f.about = t.about
	manner := mannerIn(clause[:at])
	own := nounPhrase(strings.TrimSuffix(strings.TrimSpace(clause[len(manner):at]), "分别"))
	if j := t.counterpart(i); j >= 0 && (own == "" || t.countsList(i, own)) {
		f.about = j
		return strings.TrimSuffix(t.fs[j].label, t.fs[j].stepWay()) + strings.ReplaceAll(clause[at:], "分别", "")
	}
	compared := ""
	if i > 0 && t.fs[i-1].role == roleReference && own == "" {
		r := &t.fs[i-1]
		f.about, compared = r.about, r.compared
		if slices.Contains(attributes, r.phrase) && r.aside {
			compared = r.phrase + compared
		}
	}
	f.phrase = own
	subject := own
	switch {
	case own == "":
		subject, _, _ = strings.Cut(orHeading(f, t.labelAt(f.about, f.topic)), "（每")
	case slices.Contains(attributes, own):
		subject = f.topic + own
	default:
		f.about = -1
		t.topic = own
	}
	return subject + compared + manner + clause[at:]
}

// mannerIn gives the words before a change where they say how it is reckoned and
// not what changes: 按可比价格计算同比增长, 同口径增长, 比X年同期高.
func mannerIn(words string) string {
	words = strings.TrimSuffix(words, "分别")
	if slices.Contains([]string{"同期", "末", "年末", "底", "年底"}, words) ||
		utf8.RuneCountInString(words) <= 12 && (hasPrefix(words, mannerOpeners) || hasSuffix(words, mannerEnds)) && !strings.Contains(words, "的") {
		return words
	}
	return ""
}

// How a change is reckoned, by the head and by the end of the words.
var (
	mannerOpeners = []string{"按可比", "按不变", "按现价", "按同", "扣除", "剔除", "考虑"}
	mannerEnds    = []string{"口径"}
)

// splitChange gives the byte at which a clause's comparison or change starts.
func splitChange(clause string) int {
	if at := splitComparison(clause); at >= 0 {
		return at
	}
	return splitLastChange(clause)
}

// splitLastChange gives the byte at which the change starts that ends a clause.
func splitLastChange(clause string) int {
	for _, w := range changeWords {
		if rest, ok := strings.CutSuffix(clause, w); ok {
			return len(rest)
		}
	}
	return len(clause)
}

// countsList tells a noun that stands for as many amounts as the list of figure i
// has members: 四项指数分别下降X%、X%、X%、X%.
func (t *thread) countsList(i int, noun string) bool {
	first := i
	for first > 0 && i-first < searchReach && t.fs[first].joined {
		first--
	}
	return strings.HasPrefix(noun, ordinaryNumerals.number(uint64(t.listEnd(first)-first))+"项")
}

// counterpart matches the members of 分别增长X%、X% to the amounts before them; -1
// where there are none.
func (t *thread) counterpart(i int) int {
	first, last := i, i
	for first > 0 && i-first < searchReach && t.fs[first].joined {
		first--
	}
	for last+1 < len(t.fs) && last-i < searchReach && t.fs[last+1].joined {
		last++
	}
	n := last - first + 1
	follows := n > 1 && first >= n && t.fs[first-n].listed && !t.fs[first-n].joined && t.fs[first].role == roleChange // 分别达X元、X元，增长X%、X%
	if !strings.Contains(t.fs[first].lead(), "分别") && !follows {
		return -1
	}
	j := i - n
	if first > 0 && t.fs[first-1].risen { // 由X增到X，由X增到X，分别增长X%、X%
		j = first - 1 - 2*(last-i)
	}
	if j < 0 || t.fs[first-1].risen != t.fs[j].risen || t.fs[j].sentence != t.fs[i].sentence || t.fs[j].role != roleAmount {
		return -1
	}
	return j
}
