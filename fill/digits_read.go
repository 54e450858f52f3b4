package fill

import (
	"math/big"
	"strings"
)

// numberFault says why text is not taken for a number.
type numberFault uint8

const (
	numberOK numberFault = iota
	notNumber
	tooManyDigits // more than maxDigits, written out in full
)

// parseDigits reads a number as JSON writes it: -12.30, 1e3. It also takes a
// plus and zeros in front.
func parseDigits(s string) (digits, numberFault) {
	body, negative := s, false
	if body != "" && (body[0] == '-' || body[0] == '+') {
		negative, body = body[0] == '-', body[1:]
	}
	mantissa, significant, point := scanDigits(body)
	if mantissa == 0 || point == mantissa-1 {
		return digits{}, notNumber
	}
	power, ok := parseExponent(body[mantissa:])
	if !ok {
		return digits{}, notNumber
	}
	if point >= 0 {
		power -= mantissa - point - 1
	}
	if significant > maxDigits || mantissa > 4*maxDigits {
		return digits{}, tooManyDigits
	}
	d := coefficientDigits(body[:mantissa], significant)
	if negative {
		d = d.negated()
	}
	return d.scaled(power)
}

// scanDigits measures the digits that s begins with, with at most one point
// among them: all its bytes, the digits from the first that is not zero, and
// where the point stands, -1 for none.
func scanDigits(s string) (size, significant, point int) {
	point = -1
	for ; size < len(s); size++ {
		c := s[size]
		switch {
		case c == '.' && point < 0 && size > 0:
			point = size
		case c < '0' || c > '9':
			return size, significant, point
		case c > '0' || significant > 0:
			significant++
		}
	}
	return size, significant, point
}

// coefficientDigits reads digits without regard to the point among them.
func coefficientDigits(s string, significant int) digits {
	if significant > narrowDigits {
		wide, _ := new(big.Int).SetString(strings.Replace(s, ".", "", 1), 10)
		return digits{wide: wide}
	}
	n := int64(0)
	for i := range len(s) {
		if s[i] != '.' {
			n = n*10 + int64(s[i]-'0')
		}
	}
	return digits{coef: n}
}

// scaled gives d, which has no decimals yet, times ten to a power that may be
// negative and then makes decimals.
func (d digits) scaled(power int) (digits, numberFault) {
	switch {
	case power < -maxDigits || power > maxDigits:
		return digits{}, tooManyDigits
	case power <= 0:
		d.scale = int32(-power)
		return d, numberOK
	}
	if out, ok := d.shift(int32(power)); ok {
		return out, numberOK
	}
	return digits{}, tooManyDigits
}

// parseExponent reads e3, E+3, e-3 or nothing. Exponents beyond all bounds come
// back as a number beyond them.
func parseExponent(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	if s[0] != 'e' && s[0] != 'E' {
		return 0, false
	}
	s = s[1:]
	sign := 1
	if s != "" && (s[0] == '-' || s[0] == '+') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	if s == "" {
		return 0, false
	}
	power := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		power = min(power*10+int(s[i]-'0'), 1<<20)
	}
	return sign * power, true
}

// isPlainNumber tells whether the text is a number just as digits print it: no plus,
// no exponent, no zeros in front, no negative zero.
func isPlainNumber(s string) bool {
	body := strings.TrimPrefix(s, "-")
	if body == "" || body[0] == '.' || len(body) > 1 && body[0] == '0' && body[1] != '.' {
		return false
	}
	zero := true
	for i := range len(body) {
		if c := body[i]; c != '.' && (c < '0' || c > '9') {
			return false
		} else if c > '0' {
			zero = false
		}
	}
	return !zero || len(body) == len(s)
}
