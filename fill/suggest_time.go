package fill

import (
	"strings"
	"unicode/utf8"
)

// readTime tells dates from lengths of time.
func (f *mention) readTime(lead string, ordinalLead bool) {
	duration := ordinalLead || hasSuffix(lead, durationBefore) || hasPrefix(f.after, durationAfter)
	switch {
	case duration:
		f.set(KindInteger, f.unit, unitOfCount)
	case f.class == unitOfYear && hasYearHead(lead):
		f.set(KindText, "", unitOfName)
	case f.class == unitOfYear:
		f.set(KindYear, "年", unitOfYear)
	case f.class == unitOfMonth:
		f.set(KindMonth, "月", unitOfMonth)
	default:
		f.set(KindDay, "日", unitOfDay)
	}
}

// yearHeads are the heads of years in characters, and the digits that may follow.
var yearHeads, yearDigits = []string{"二〇", "二○", "二零", "一九"}, strings.Split("〇○零一二三四五六七八九", "")

// hasYearHead tells words that end in a part of a year, of which the mark is the
// rest: 二〇XX年, 二〇二X年.
func hasYearHead(lead string) bool {
	return hasSuffix(lead, yearHeads) || hasSuffix(lead, yearDigits) && hasSuffix(firstCharacters(lead, utf8.RuneCountInString(lead)-1), yearHeads)
}

// dayParts stand before the hour of a time.
var dayParts = []string{"上午", "下午", "凌晨", "晚上", "晚", "中午", "当日", "次日", "日", "号"}

// isClock tells the hour and the minute of a time from lengths and scores: X日X时X分.
func isClock(fs []mention, i int, unit, lead string) bool {
	lead = strings.TrimSpace(lead)
	switch unit {
	case "时":
		return hasSuffix(lead, dayParts) || i+1 < len(fs) && fs[i+1].unit == "分" && fs[i].after == ""
	case "分":
		return lead == "时"
	}
	return false
}

// isQuarter tells a quarter of a year from a number of quarters.
func (f *mention) isQuarter() bool { return f.class == unitOfOrdinal && f.unit == quarterUnit }
