package fill

import "strings"

// decimals is how many decimals the figure prints: those of the mark (X.X)
// where it has any; two for 亿元, 万元, 万亩 and the like, one for percentages, none
// for counts. It is nil, the digits as given, where offices differ: 元, 公里,
// 微克/立方米, rates, and everything that is no amount.
func (f *mention) decimals() *int {
	if _, after, ok := strings.Cut(f.Text, "."); ok && f.kind.Numeric() {
		n := len([]rune(after))
		return &n
	}
	n := 0
	switch {
	case f.kind == KindPercent:
		n = 1
	case f.kind == KindInteger:
	case f.kind == KindDecimal && hasPrefix(f.unit, magnitudes) && !strings.HasPrefix(f.unit, "千"):
		n = 2
	default:
		return nil
	}
	return &n
}
