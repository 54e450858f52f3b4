package fill

import (
	"strings"
	"unicode/utf8"
)

// numerals is a way to write numbers in Chinese characters.
type numerals struct {
	digits [10]string
	units  [3]string // ten, hundred, thousand
	bare   bool      // 十二, not 一十二, at the head
}

var (
	ordinaryNumerals = numerals{
		digits: [10]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
		units:  [3]string{"十", "百", "千"},
		bare:   true,
	}
	financialNumerals = numerals{
		digits: [10]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
		units:  [3]string{"拾", "佰", "仟"},
	}
)

// maxNumeral is above every whole number that numerals write: 万亿 is the
// greatest unit in use.
const maxNumeral = 1e16

// number writes a whole number below maxNumeral: 一百二十.
func (n *numerals) number(v uint64) string {
	s := string(n.append(nil, v))
	if head := n.digits[1] + n.units[0]; n.bare && strings.HasPrefix(s, head) {
		return s[len(n.digits[1]):]
	}
	return s
}

func (n *numerals) append(dst []byte, v uint64) []byte {
	switch {
	case v >= 1e8:
		return n.above(dst, v, 1e8, "亿")
	case v >= 1e4:
		return n.above(dst, v, 1e4, "万")
	case v >= 1e3:
		return n.above(dst, v, 1e3, n.units[2])
	case v >= 100:
		return n.above(dst, v, 100, n.units[1])
	case v >= 10:
		return n.above(dst, v, 10, n.units[0])
	}
	return append(dst, n.digits[v]...)
}

// above writes a number of at least one unit. A zero stands for the digits left
// out between the unit and the rest: 一万零五百.
func (n *numerals) above(dst []byte, v, unit uint64, name string) []byte {
	dst = append(n.append(dst, v/unit), name...)
	rest := v % unit
	if rest == 0 {
		return dst
	}
	if rest < unit/10 {
		dst = append(dst, n.digits[0]...)
	}
	return n.append(dst, rest)
}

// each writes digits one by one: 二〇二六 with 〇 for zero, 三〇 as in a fraction.
func (n *numerals) each(digits []byte, zero string) string {
	var b strings.Builder
	for _, c := range digits {
		if c == '0' {
			b.WriteString(zero)
		} else {
			b.WriteString(n.digits[c-'0'])
		}
	}
	return b.String()
}

// parse reads a whole number just as number writes it.
func (n *numerals) parse(s string) (uint64, bool) {
	v, ok := n.value(s)
	if !ok || v >= maxNumeral || n.number(v) != s {
		return 0, false
	}
	return v, true
}

// value reads a number by its greatest unit, and what stands before and after
// it. What is not well formed may read as any number: parse holds it against
// what number writes.
func (n *numerals) value(s string) (uint64, bool) {
	const longest = 40 // characters of any number below maxNumeral, and more
	if s == "" || utf8.RuneCountInString(s) > longest {
		return 0, false
	}
	if d, ok := n.digit(s); ok {
		return d, true
	}
	s = strings.TrimPrefix(s, n.digits[0])
	for i, name := range [...]string{"亿", "万", n.units[2], n.units[1], n.units[0]} {
		at := strings.LastIndex(s, name)
		if at < 0 {
			continue
		}
		before, after := uint64(1), uint64(0)
		ok := true
		if at > 0 {
			before, ok = n.value(s[:at])
		}
		if rest := s[at+len(name):]; ok && rest != "" {
			after, ok = n.value(rest)
		}
		unit := [...]uint64{1e8, 1e4, 1e3, 100, 10}[i]
		if before >= maxNumeral/unit {
			return 0, false
		}
		return before*unit + after, ok
	}
	return n.digit(s)
}

func (n *numerals) digit(s string) (uint64, bool) {
	for i, d := range n.digits {
		if s == d {
			return uint64(i), true
		}
	}
	return 0, false
}

// positional reads digits written one by one, at least two: 二〇二六.
func positional(s string) (string, bool) {
	s = strings.NewReplacer("〇", "零", "○", "零").Replace(s)
	var b strings.Builder
	for _, c := range s {
		d, ok := ordinaryNumerals.digit(string(c))
		if !ok {
			return "", false
		}
		b.WriteByte('0' + byte(d))
	}
	return b.String(), b.Len() > 1
}

// parseNumerals reads a number in ordinary Chinese characters as people write
// it: 负三点五, 二〇二六, 两百.
func parseNumerals(s string) (digits, bool) {
	body, negative := strings.CutPrefix(s, "负")
	integer, fraction, point := strings.Cut(body, "点")
	plain, ok := positional(integer)
	if !ok {
		v, whole := ordinaryNumerals.parse(strings.NewReplacer("两", "二", "〇", "零").Replace(integer))
		if !whole {
			return digits{}, false
		}
		plain = digits{coef: int64(v)}.String()
	}
	if point {
		// One digit is as good as several behind a point.
		after, ok := positional("零" + fraction)
		if !ok || fraction == "" {
			return digits{}, false
		}
		plain += "." + after[1:]
	}
	if negative {
		plain = "-" + plain
	}
	d, fault := parseDigits(plain)
	return d, fault == numberOK
}

// chinese writes the number, with 零 for zero after the point: 负三点零五. It
// fails from maxNumeral on.
func (d digits) chinese(n *numerals) (string, bool) {
	var room [2 * maxDigits]byte
	integer, fraction := d.split(room[:0])
	if len(integer) > 16 {
		return "", false
	}
	v, _ := parseDigits(string(integer))
	s := n.number(uint64(v.coef))
	if d.scale > 0 {
		s += "点" + n.each(fraction, n.digits[0])
	}
	if d.sign() < 0 {
		s = "负" + s
	}
	return s, true
}
