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
	var d digits
	n, seen, point := 0, 0, -1
	for n < len(body) {
		c := body[n]
		if c == '.' && point < 0 && n > 0 {
			point = n
			n++
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if seen < narrowDigits {
			d.coef = d.coef*10 + int64(c-'0')
		}
		if d.coef != 0 {
			seen++
		}
		n++
	}
	if n == 0 || point == n-1 {
		return digits{}, notNumber
	}
	power, ok := parseExponent(body[n:])
	if !ok {
		return digits{}, notNumber
	}
	if point >= 0 {
		power -= n - point - 1
	}
	if seen > maxDigits || n > 4*maxDigits {
		return digits{}, tooManyDigits
	}
	if seen > narrowDigits {
		d.coef = 0
		d.wide, _ = new(big.Int).SetString(strings.Replace(body[:n], ".", "", 1), 10)
	}
	if negative {
		d = d.negated()
	}
	return d.scaled(power)
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
