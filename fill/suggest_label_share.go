package fill

import (
	"strings"
)

// labelShare names what a part it is of what.
func (t *thread) labelShare(i int) string {
	f := &t.fs[i]
	f.about = t.about
	lead := strings.TrimSuffix(strings.TrimSpace(f.lead()), "的")
	if strings.Trim(lead, "的 ") == "" && i > 0 && t.fs[i-1].role == roleWhole { // 占预算安排X亿元的X%
		lead = t.fs[i-1].lead()
		f.about = t.fs[i-1].about
	}
	part, rest, found := strings.Cut(lead, "占")
	rest = trimEnd(trimEnd(trimEnd(rest, closers, closeWords), []string{"比重", "比例"}, nil), []string{"的"}, nil)
	f.phrase = rest
	if !found {
		rest = trimEnd(strings.Trim(lead, "、 "), closers, closeWords)
		f.phrase = trimOneBack(rest, sharers)
		return trimOne(rest, []string{"为", "是"}) + "比例"
	}
	if own := nounPhraseWithTime(part); own != "" {
		j, named := t.resolve(i, own)
		if f.about, f.topic = j, own; !named {
			f.about = -1
		}
	} else if f.about >= 0 {
		f.topic = t.fs[f.about].label
	}
	f.label = f.topic + "占" + rest + "比重"
	t.topic = f.label
	return f.label
}

// labelWhole names the figure of which the next one is a share.
func (t *thread) labelWhole(i int) string {
	f := &t.fs[i]
	f.about = t.about
	lead := strings.TrimSpace(f.lead())
	f.phrase = strings.Trim(trimEnd(trimOneBack(lead, sharers), closers, closeWords), "、 ")
	if f.phrase == "" {
		return orHeading(f, f.topic)
	}
	return f.phrase
}
