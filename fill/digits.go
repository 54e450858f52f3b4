package fill

import (
	"cmp"
	"math/big"

	"github.com/shopspring/decimal"
)

// digits is a decimal number with the digits that it is written with: 12.30 has
// coefficient 1230 and scale 2. There is no negative zero.
type digits struct {
	coef  int64    // value × 10^scale; 0 where wide is set
	scale int32    // decimals written, 0 to maxDigits
	wide  *big.Int // value × 10^scale where that has more than narrowDigits digits, else nil
}

const (
	maxDigits    = 60 // digits of a number written out in full
	narrowDigits = 18 // digits that an int64 holds, whichever they are
)

// powersOfTen are those that a uint64 holds; an int64 holds all but the last.
var powersOfTen = func() (p [20]uint64) {
	p[0] = 1
	for i := range p[1:] {
		p[i+1] = p[i] * 10
	}
	return p
}()

// powerOfTen gives 10^n for n up to narrowDigits.
func powerOfTen(n int32) int64 { return int64(powersOfTen[n]) }

func wholeNumber(n int64) digits { return digits{coef: n} }

// digitsOf gives d with exactly scale decimals, which it must not have more of.
// It fails where that takes more than maxDigits digits.
func digitsOf(d decimal.Decimal, scale int32) (digits, bool) {
	if d.IsZero() {
		return digits{scale: scale}, scale <= maxDigits
	}
	if int64(d.NumDigits())+int64(d.Exponent())+int64(scale) > maxDigits || scale > maxDigits {
		return digits{}, false
	}
	c := d.Shift(scale).BigInt()
	if c.IsInt64() && within(c.Int64()) {
		return digits{coef: c.Int64(), scale: scale}, true
	}
	return digits{scale: scale, wide: c}, true
}

// within tells whether n has at most narrowDigits digits.
func within(n int64) bool { return -powerOfTen(narrowDigits) < n && n < powerOfTen(narrowDigits) }

func (d digits) decimal() decimal.Decimal {
	if d.wide != nil {
		return decimal.NewFromBigInt(d.wide, -d.scale)
	}
	return decimal.New(d.coef, -d.scale)
}

func (d digits) sign() int {
	switch {
	case d.wide != nil:
		return d.wide.Sign()
	case d.coef < 0:
		return -1
	case d.coef > 0:
		return 1
	}
	return 0
}

func (d digits) negated() digits {
	if d.wide != nil {
		d.wide = new(big.Int).Neg(d.wide)
	}
	d.coef = -d.coef
	return d
}

// round gives the number with exactly so many decimals, half away from zero. It
// fails where that takes more than maxDigits digits.
func (d digits) round(places int32) (digits, bool) {
	gap := places - d.scale
	switch {
	case gap == 0:
		return d, true
	case d.wide != nil || gap > narrowDigits:
	case gap > 0:
		if c, ok := lengthened(d.coef, gap); ok {
			return digits{coef: c, scale: places}, true
		}
	case gap < -narrowDigits:
		return digits{scale: places}, true
	default:
		unit := powerOfTen(-gap)
		quotient, rest := d.coef/unit, d.coef%unit
		switch {
		case rest >= unit-rest:
			quotient++
		case -rest >= unit+rest:
			quotient--
		}
		return digits{coef: quotient, scale: places}, true
	}
	return digitsOf(d.decimal().Round(places), places)
}

// shift multiplies by a power of ten; the decimals that it adds are kept only
// where they are not zero. It fails where that takes more than maxDigits digits.
func (d digits) shift(power int32) (digits, bool) {
	if power == 0 {
		return d, true
	}
	scale := max(0, d.scale-power)
	out, ok := digitsOf(d.decimal().Shift(power), scale)
	if !ok || power > 0 {
		return out, ok
	}
	return out.trim(0), true
}

// trim takes zeros off the end, down to so many decimals.
func (d digits) trim(least int32) digits {
	for d.scale > least && d.wide == nil && d.coef%10 == 0 {
		d.coef /= 10
		d.scale--
	}
	if d.wide == nil {
		return d
	}
	for scale := d.scale - 1; scale >= least; scale-- {
		shorter, ok := d.round(scale)
		if !ok || shorter.cmp(d) != 0 {
			break
		}
		d = shorter
	}
	return d
}

// isWhole tells whether there is nothing but zeros after the point.
func (d digits) isWhole() bool {
	if d.wide == nil && d.scale <= narrowDigits {
		return d.coef%powerOfTen(d.scale) == 0
	}
	return d.decimal().IsInteger()
}

func (d digits) cmp(e digits) int {
	if c, f, ok := aligned(d, e); ok {
		return cmp.Compare(c, f)
	}
	if d.sign() != e.sign() {
		return d.sign() - e.sign()
	}
	return d.decimal().Cmp(e.decimal())
}

// aligned gives the coefficients of two numbers with as many decimals, where
// both are narrow.
func aligned(d, e digits) (int64, int64, bool) {
	if d.wide != nil || e.wide != nil {
		return 0, 0, false
	}
	places := max(d.scale, e.scale)
	c, ok1 := lengthened(d.coef, places-d.scale)
	f, ok2 := lengthened(e.coef, places-e.scale)
	return c, f, ok1 && ok2
}

// lengthened multiplies by a power of ten, where the product is narrow.
func lengthened(n int64, power int32) (int64, bool) {
	if power > narrowDigits {
		return 0, n == 0
	}
	out := n * powerOfTen(power)
	return out, out/powerOfTen(power) == n && within(out)
}
