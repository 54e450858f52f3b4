package fill

import (
	"github.com/shopspring/decimal"
)

// quantity is a figure with the interval that its digits stand for. Exact
// figures (counts, years) have low = high = value. Its exponents must have been
// bounded by whoever read it: adding 1e999999999 costs its digits.
type quantity struct {
	value, low, high decimal.Decimal
	known            bool // false: the field has no value
}

// quotientDigits are the significant digits of a quotient that does not end.
const quotientDigits = 28

// boundless is further out than any figure: the bounds of a quotient whose
// divisor may be zero.
var boundless = decimal.New(1, 40)

// exactly gives the quantity of a figure that stands for itself alone.
func exactly(d decimal.Decimal) quantity {
	return quantity{value: d, low: d, high: d, known: true}
}

// rounded gives the quantity of a figure that is shown with so many decimals:
// it stands for all that is within half a unit of the last one.
func rounded(d decimal.Decimal, decimals int) quantity {
	half := decimal.New(5, int32(-decimals-1))
	return quantity{value: d, low: d.Sub(half), high: d.Add(half), known: true}
}

// exact tells whether the figure stands for itself alone.
func (q quantity) exact() bool { return q.low.Equal(q.high) }

func (q quantity) neg() quantity {
	return quantity{value: q.value.Neg(), low: q.high.Neg(), high: q.low.Neg(), known: q.known}
}

func (q quantity) add(r quantity) quantity {
	return quantity{value: q.value.Add(r.value), low: q.low.Add(r.low), high: q.high.Add(r.high), known: true}
}

func (q quantity) sub(r quantity) quantity {
	return quantity{value: q.value.Sub(r.value), low: q.low.Sub(r.high), high: q.high.Sub(r.low), known: true}
}

func (q quantity) mul(r quantity) quantity {
	a, b := q.low.Mul(r.low), q.low.Mul(r.high)
	c, d := q.high.Mul(r.low), q.high.Mul(r.high)
	return quantity{
		value: q.value.Mul(r.value),
		low:   decimal.Min(a, b, c, d),
		high:  decimal.Max(a, b, c, d),
		known: true,
	}
}

// div divides by a quantity whose value is not zero. The value is cut off after
// quotientDigits significant digits, towards zero, so that rounding it half
// away from zero gives what rounding the true quotient would; the bounds are
// cut outwards, so that the interval holds the true quotient. A divisor whose
// interval holds zero leaves the quotient without bounds.
func (q quantity) div(r quantity) quantity {
	places := q.quotientPlaces(r)
	value, _ := q.value.QuoRem(r.value, places)
	if r.low.Sign() <= 0 && r.high.Sign() >= 0 {
		return quantity{value: value, low: boundless.Neg(), high: boundless, known: true}
	}
	out := quantity{value: value, known: true}
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
func (q quantity) quotientPlaces(r quantity) int32 {
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

func (q quantity) abs() quantity {
	switch {
	case q.low.Sign() >= 0:
		return q
	case q.high.Sign() <= 0:
		return q.neg()
	}
	return quantity{value: q.value.Abs(), high: decimal.Max(q.low.Neg(), q.high), known: true}
}

func (q quantity) min(r quantity) quantity {
	return quantity{decimal.Min(q.value, r.value), decimal.Min(q.low, r.low), decimal.Min(q.high, r.high), true}
}

func (q quantity) max(r quantity) quantity {
	return quantity{decimal.Max(q.value, r.value), decimal.Max(q.low, r.low), decimal.Max(q.high, r.high), true}
}

// round rounds value and bounds half away from zero.
func (q quantity) round(places int32) quantity {
	return quantity{q.value.Round(places), q.low.Round(places), q.high.Round(places), true}
}
