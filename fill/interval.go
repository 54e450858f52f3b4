package fill

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// quantity is a figure with the interval that its digits stand for. Exact
// figures (counts, years) have low = high = value. The zero quantity is that of
// a field without a value.
type quantity struct {
	known            bool
	scale            int32         // decimals of value, low and high
	value, low, high int128        // × 10^scale
	wide             *wideQuantity // in their place where they do not fit
}

// maxScale bounds the decimals of a quantity in int128s, on both sides of the point.
const maxScale = 60

// exactFigure gives the quantity of coefficient / 10^scale, which stands for
// itself alone.
func exactFigure(coefficient int64, scale int32) quantity {
	n := int128Of(coefficient)
	return quantity{known: true, scale: scale, value: n, low: n, high: n}
}

// roundedFigure gives the quantity of coefficient / 10^scale, shown with scale
// decimals: it stands for all within half a unit of the last one.
func roundedFigure(coefficient int64, scale int32) quantity {
	n, _ := int128Of(coefficient).mul(int128Of(10))
	low, _ := n.add(int128Of(-5))
	high, _ := n.add(int128Of(5))
	return quantity{known: true, scale: scale + 1, value: n, low: low, high: high}
}

// exactly gives the quantity of a figure of any length that stands for itself
// alone. Its exponent must have been bounded by whoever read it.
func exactly(d decimal.Decimal) quantity { return wideQuantity{d, d, d}.narrowed() }

// rounded gives the quantity of a figure of any length that is shown with so
// many decimals.
func rounded(d decimal.Decimal, decimals int32) quantity {
	half := decimal.New(5, -decimals-1)
	return wideQuantity{value: d, low: d.Sub(half), high: d.Add(half)}.narrowed()
}

// decimal gives the figure itself.
func (q quantity) decimal() decimal.Decimal { return q.widened().value }

// bounds gives the ends of the interval.
func (q quantity) bounds() (low, high decimal.Decimal) {
	w := q.widened()
	return w.low, w.high
}

// coefficient gives the figure × 10^places, rounded half away from zero, where
// an int64 holds it.
func (q quantity) coefficient(places int32) (int64, bool) {
	if q.wide != nil {
		return 0, false
	}
	r := q.round(places)
	n, ok := r.value.scaled(places - r.scale)
	if !ok {
		return 0, false
	}
	return n.int64()
}

// meets tells whether the intervals of two figures have a point in common.
func (q quantity) meets(r quantity) bool { return q.compare(opEqual, r).holds }

func (q quantity) isZero() bool {
	if q.wide != nil {
		return q.wide.value.IsZero()
	}
	return q.value.sign() == 0
}

// widened gives the quantity with decimals of any length.
func (q quantity) widened() wideQuantity {
	if q.wide != nil {
		return *q.wide
	}
	of := func(n int128) decimal.Decimal { return decimal.NewFromBigInt(n.big(), -q.scale) }
	return wideQuantity{of(q.value), of(q.low), of(q.high)}
}

// narrowed gives the quantity in int128s where they hold it.
func (w wideQuantity) narrowed() quantity {
	scale := -min(w.value.Exponent(), w.low.Exponent(), w.high.Exponent())
	value, ok1 := coefficientOf(w.value, scale)
	low, ok2 := coefficientOf(w.low, scale)
	high, ok3 := coefficientOf(w.high, scale)
	if !ok1 || !ok2 || !ok3 {
		return quantity{known: true, wide: &w}
	}
	return quantity{known: true, scale: scale, value: value, low: low, high: high}
}

// coefficientOf gives d × 10^scale, which is whole, where an int128 holds it.
func coefficientOf(d decimal.Decimal, scale int32) (int128, bool) {
	power := d.Exponent() + scale
	if scale > maxScale || scale < -maxScale || int64(d.NumDigits())+int64(power) > 38 {
		return int128{}, false
	}
	n := d.Coefficient()
	if power > 0 {
		n.Mul(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil))
	}
	return int128OfBig(n)
}
