package fill

import "github.com/shopspring/decimal"

// wideQuantity is a quantity of any number of digits.
type wideQuantity struct{ value, low, high decimal.Decimal }

// quotientDigits are the significant digits of a quotient that does not end.
const quotientDigits = 28

// boundless is further out than any figure: the bounds of a quotient whose
// divisor may be zero.
var boundless = decimal.New(1, 40)

// exact tells whether the figure stands for itself alone.
func (q wideQuantity) exact() bool { return q.low.Equal(q.high) }

func (q wideQuantity) neg() wideQuantity {
	return wideQuantity{value: q.value.Neg(), low: q.high.Neg(), high: q.low.Neg()}
}

func (q wideQuantity) add(r wideQuantity) wideQuantity {
	return wideQuantity{value: q.value.Add(r.value), low: q.low.Add(r.low), high: q.high.Add(r.high)}
}

func (q wideQuantity) mul(r wideQuantity) wideQuantity {
	a, b := q.low.Mul(r.low), q.low.Mul(r.high)
	c, d := q.high.Mul(r.low), q.high.Mul(r.high)
	return wideQuantity{
		value: q.value.Mul(r.value),
		low:   decimal.Min(a, b, c, d),
		high:  decimal.Max(a, b, c, d),
	}
}

// div divides by a quantity whose value is not zero. The value is cut off after
// quotientDigits significant digits, towards zero, so that rounding it half
// away from zero gives what rounding the true quotient would; the bounds are
// cut outwards, so that the interval holds the true quotient. A divisor whose
// interval holds zero leaves the quotient without bounds.
func (q wideQuantity) div(r wideQuantity) wideQuantity {
	places := q.quotientPlaces(r)
	value, _ := q.value.QuoRem(r.value, places)
	if r.low.Sign() <= 0 && r.high.Sign() >= 0 {
		return wideQuantity{value: value, low: boundless.Neg(), high: boundless}
	}
	out := wideQuantity{value: value}
	for i, n := range [...]decimal.Decimal{q.low, q.high} {
		for j, d := range [...]decimal.Decimal{r.low, r.high} {
			low, high := quotientBounds(n, d, places)
			if i+j == 0 {
				out.low, out.high = low, high
				continue
			}
			out.low, out.high = decimal.Min(out.low, low), decimal.Max(out.high, high)
		}
	}
	return out
}

// quotientPlaces gives the decimals that a quotient is worked out to.
func (q wideQuantity) quotientPlaces(r wideQuantity) int32 {
	widest := max(magnitude(q.low), magnitude(q.high))
	return max(0, quotientDigits+magnitude(r.value)-widest)
}

// magnitude is the power of ten above the first digit of d.
func magnitude(d decimal.Decimal) int32 { return int32(d.NumDigits()) + d.Exponent() }

// quotientBounds gives the two neighbours of n / d with so many decimals, which
// are one where it ends.
func quotientBounds(n, d decimal.Decimal, places int32) (low, high decimal.Decimal) {
	q, rest := n.QuoRem(d, places)
	step := decimal.New(1, -places)
	switch {
	case rest.Sign() == 0:
		return q, q
	case rest.Sign()*d.Sign() < 0:
		return q.Sub(step), q
	default:
		return q, q.Add(step)
	}
}

func (q wideQuantity) abs() wideQuantity {
	switch {
	case q.low.Sign() >= 0:
		return q
	case q.high.Sign() <= 0:
		return q.neg()
	}
	return wideQuantity{value: q.value.Abs(), high: decimal.Max(q.low.Neg(), q.high)}
}

func (q wideQuantity) max(r wideQuantity) wideQuantity {
	return wideQuantity{decimal.Max(q.value, r.value), decimal.Max(q.low, r.low), decimal.Max(q.high, r.high)}
}

// round rounds value and bounds half away from zero.
func (q wideQuantity) round(places int32) wideQuantity {
	return wideQuantity{q.value.Round(places), q.low.Round(places), q.high.Round(places)}
}
