package fill

import "regexp"

// The shapes of a year, its marks written X: those that are one wherever they
// stand, and those that are one before 年.
var (
	yearShape       = regexp.MustCompile(`^(19|20)(\dX|XX)$`)
	yearShapeBefore = regexp.MustCompile(`^([12]\d*X+|(19|20)X\d)$`)
)

// date finds the year whose first mark stands at i, with the month and the day
// that follow it in 20XX.XX, 20XX-XX-XX and, for the small x, 20xx年xx月xx日.
// nil if the mark belongs to no year.
func (d *detector) date(i int, r rune) []mark {
	year, shape := d.yearBlock(i, r)
	if shape == "" || !d.isYear(year, shape, r) {
		return nil
	}
	found := []mark{year}
	month, day := d.monthAndDay(year.end, r)
	if month.end > 0 {
		found = append(found, month)
	}
	if day.end > 0 {
		found = append(found, day)
	}
	return found
}

// yearBlock reads the digits and marks that the mark at i belongs to. The shape
// is empty unless they are four and the first is a digit.
func (d *detector) yearBlock(i int, r rune) (year mark, shape string) {
	year = mark{start: i, end: i, year: true}
	for len(shape) < 4 {
		digit, start := d.text.prev(year.start)
		if !isDigit(digit) {
			break
		}
		year.start, shape = start, string(asciiDigit(digit))+shape
	}
	for shape != "" && len(shape) <= 4 {
		s, after := d.text.next(year.end)
		switch {
		case s == r:
			shape += "X"
		case isDigit(s):
			shape += string(asciiDigit(s))
		case len(shape) == 4:
			return year, shape
		default:
			return year, ""
		}
		year.end = after
	}
	return year, ""
}

func asciiDigit(r rune) rune {
	if r >= '０' {
		return r - '０' + '0'
	}
	return r
}

// isYear tells whether a block of digits and marks is a year where it stands.
func (d *detector) isYear(year mark, shape string, r rune) bool {
	left, at := d.text.prev(year.start)
	right, _ := d.text.next(year.end)
	before, _ := d.text.prev(at)
	switch {
	case isLatin(right), (isPoint(left) || isComma(left)) && isDigit(before):
		return false
	case isLatin(left) && (shape[2] != 'X' || isSmallX(r)): // A202X is a type, HT20XX a number of 20XX
		return false
	case d.text.opens(year.end, []string{"年"}):
		return yearShape.MatchString(shape) || yearShapeBefore.MatchString(shape)
	}
	return yearShape.MatchString(shape) && !amounts.open(d.text, d.decimals(year.end, r))
}

// decimals gives the end of the decimals, digits or marks, that stand at i.
func (d *detector) decimals(i int, r rune) int {
	if point, after := d.text.next(i); isPoint(point) {
		return d.text.skip(after, func(s rune) bool { return s == r || isDigit(s) })
	}
	return i
}

// monthAndDay reads on from the end of a year. A capital X before 月 or without
// a day after a hyphen is left to the ordinary rules; the small x has no others.
func (d *detector) monthAndDay(i int, r rune) (month, day mark) {
	first, at := d.separator(i)
	month = d.datePart(at, r)
	if month.end == 0 {
		return mark{}, mark{}
	}
	month.month = true
	second, at := d.separator(month.end)
	if second == first || second == '月' {
		day = d.datePart(at, r)
	}
	switch {
	case isPoint(first),
		(isHyphen(first) || first == '/') && (day.end > 0 || isSmallX(r)),
		first == '年' && second == '月' && isSmallX(r):
		return month, day
	}
	return mark{}, mark{}
}

// separator gives what parts a date at i, and the place of the next part. There
// may be blanks around 年 and 月.
func (d *detector) separator(i int) (r rune, at int) {
	if r, at = d.text.next(i); !isGap(r) && r != '年' && r != '月' {
		return r, at
	}
	r, at = d.text.next(d.text.skip(i, isGap))
	if r != '年' && r != '月' {
		return 0, i
	}
	return r, d.text.skip(at, isGap)
}

// datePart reads one or two marks that touch no other mark, digit or letter.
func (d *detector) datePart(i int, r rune) mark {
	end, n := d.signs(i, r)
	next, _ := d.text.next(end)
	if n == 0 || n > 2 || isDigit(next) || isLatin(next) {
		return mark{}
	}
	return mark{start: i, end: end}
}

// isSmallX: the letters that are a mark in dates alone.
func isSmallX(r rune) bool { return r == 'x' || r == 'ｘ' }
