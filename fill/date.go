package fill

import (
	"fmt"
	"strings"
	"time"
)

// parseDate reads 2026-12-31, 2026/12/31, 2026年12月31日 or
// 二〇二六年十二月三十一日, as a number 20261231.
func parseDate(s string) (digits, bool) {
	s = halfWidth(s)
	for _, separators := range [...][3]string{{"-", "-", ""}, {"/", "/", ""}, {"年", "月", "日"}} {
		year, rest, ok := strings.Cut(s, separators[0])
		if !ok {
			continue
		}
		month, day, ok := strings.Cut(rest, separators[1])
		day, last := strings.CutSuffix(day, separators[2])
		if !ok || !last {
			return digits{}, false
		}
		return dateOf(year, month, day)
	}
	return digits{}, false
}

// dateOf makes a date of its parts, if the calendar has it and its year has four
// digits.
func dateOf(year, month, day string) (digits, bool) {
	y, ok1 := datePart(year, 4, 4)
	m, ok2 := datePart(month, 1, 2)
	d, ok3 := datePart(day, 1, 2)
	if !ok1 || !ok2 || !ok3 {
		return digits{}, false
	}
	if y < 1000 {
		return digits{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return digits{}, false
	}
	return wholeNumber(int64(y*10000 + m*100 + d)), true
}

func datePart(s string, least, most int) (int, bool) {
	if d, ok := parseNumerals(s); ok && d.wide == nil && d.scale == 0 && d.coef > 0 && d.coef < 10000 {
		return int(d.coef), true
	}
	if len(s) < least || len(s) > most || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	d, bad := parseDigits(s)
	return int(d.coef), bad == numberOK
}

// printDate writes 2026年12月31日, or the same in Chinese characters.
func printDate(d digits, chinese bool) string {
	y, m, day := d.coef/10000, d.coef/100%100, d.coef%100
	if !chinese {
		return fmt.Sprintf("%d年%d月%d日", y, m, day)
	}
	n := &ordinaryNumerals
	return n.each(fmt.Appendf(nil, "%d", y), "〇") + "年" + n.number(uint64(m)) + "月" + n.number(uint64(day)) + "日"
}

// isoDate writes 2026-12-31.
func isoDate(d digits) string {
	return fmt.Sprintf("%04d-%02d-%02d", d.coef/10000, d.coef/100%100, d.coef%100)
}
