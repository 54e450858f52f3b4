package fill

import "strings"

// fractionBar stands between the two figures of a fraction: X分之X.
const fractionBar = "分之"

// isNumeral tells a mark that is part of a number in characters, which only
// characters complete: 第十X届, “十X五”, 二十届X中全会, and the lower figure of X分之X.
func (f *mention) isNumeral(lead string) bool {
	return strings.HasSuffix(lead, "十") && !strings.HasSuffix(lead, "数十") ||
		strings.HasPrefix(f.joint, "中全会") || strings.HasPrefix(f.joint, fractionBar)
}

// readFraction reads the upper figure of a fraction by the lower one.
func (f *mention) readFraction(lead string) {
	switch lower := strings.TrimSuffix(lead, fractionBar); {
	case strings.HasSuffix(lower, "百"):
		f.set(KindPercent, "%", unitOfPercent)
	case strings.HasSuffix(lower, "千"):
		f.set(KindDecimal, "‰", unitOfMeasure)
	case lower == "":
		f.set(KindText, "", unitOfName)
	default:
		f.set(KindDecimal, "", noUnit)
	}
}

// labelNumeral names a part of a number in characters; empty where i is none.
func (t *thread) labelNumeral(i int) string {
	f := &t.fs[i]
	unit, _, _ := unitAt(f.joint)
	switch {
	case strings.HasPrefix(f.joint, "五") && strings.HasSuffix(f.lead(), "十"):
		return "五年规划序数"
	case strings.HasPrefix(f.joint, "中全会"):
		return "全会序数"
	case strings.HasPrefix(f.joint, fractionBar) && i+1 < len(t.fs):
		return t.fraction(i+1) + "（分母）"
	case i > 0 && strings.TrimSpace(leading(t.fs, i)) == fractionBar:
		return t.fraction(i) + "（分子）"
	case !strings.HasSuffix(f.lead(), "十"):
		return ""
	case serials[unit] != "":
		return serials[unit]
	}
	return unit + "序数"
}

// fraction names what the fraction is of whose upper figure is i: the noun behind
// it, else the one before.
func (t *thread) fraction(i int) string {
	if noun := tailNoun(&t.fs[i]); noun != "" {
		return noun + "占比"
	}
	return nounPhrase(t.fs[i-1].lead()) + "占比"
}
