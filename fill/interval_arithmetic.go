package fill

// The operations on quantities: in int128s where those hold the result, else
// with decimals of any length, with one and the same result.

// tally adds, multiplies and scales, and remembers whether all of it has fitted.
type tally struct{ over bool }

func (t *tally) sum(a, b int128) int128 {
	n, ok := a.add(b)
	t.over = t.over || !ok
	return n
}

func (t *tally) product(a, b int128) int128 {
	n, ok := a.mul(b)
	t.over = t.over || !ok
	return n
}

func (t *tally) scaled(a int128, power int32) int128 {
	n, ok := a.scaled(power)
	t.over = t.over || !ok
	return n
}

// scaled gives the quantity with more decimals.
func (q quantity) scaled(t *tally, scale int32) quantity {
	if power := scale - q.scale; power > 0 {
		q.value, q.low, q.high = t.scaled(q.value, power), t.scaled(q.low, power), t.scaled(q.high, power)
		q.scale = scale
	}
	return q
}

// align gives two quantities with the same number of decimals, where both are
// and stay in int128s.
func align(q, r quantity) (quantity, quantity, bool) {
	if q.wide != nil || r.wide != nil {
		return q, r, false
	}
	var t tally
	scale := max(q.scale, r.scale)
	q, r = q.scaled(&t, scale), r.scaled(&t, scale)
	return q, r, !t.over
}

// exact tells whether the figure stands for itself alone.
func (q quantity) exact() bool {
	if q.wide != nil {
		return q.wide.exact()
	}
	return q.low == q.high
}

func (q quantity) neg() quantity {
	if q.wide != nil {
		return q.wide.neg().narrowed()
	}
	q.value, q.low, q.high = q.value.neg(), q.high.neg(), q.low.neg()
	return q
}

func (q quantity) add(r quantity) quantity {
	if a, b, ok := align(q, r); ok {
		var t tally
		a.value, a.low, a.high = t.sum(a.value, b.value), t.sum(a.low, b.low), t.sum(a.high, b.high)
		if !t.over {
			return a
		}
	}
	return q.widened().add(r.widened()).narrowed()
}

func (q quantity) sub(r quantity) quantity { return q.add(r.neg()) }

func (q quantity) mul(r quantity) quantity {
	if q.wide == nil && r.wide == nil && q.scale+r.scale <= maxScale {
		var t tally
		out := quantity{known: true, scale: q.scale + r.scale, value: t.product(q.value, r.value)}
		out.low, out.high = out.value, out.value
		if !q.exact() || !r.exact() {
			out.low, out.high = t.product(q.low, r.low), t.product(q.low, r.low)
			out.reach(t.product(q.low, r.high))
			out.reach(t.product(q.high, r.low))
			out.reach(t.product(q.high, r.high))
		}
		if !t.over {
			return out
		}
	}
	return q.widened().mul(r.widened()).narrowed()
}

// reach widens the interval to hold n.
func (q *quantity) reach(n int128) {
	if n.cmp(q.low) < 0 {
		q.low = n
	}
	if n.cmp(q.high) > 0 {
		q.high = n
	}
}

// div divides as wideQuantity.div does.
func (q quantity) div(r quantity) quantity {
	if q.wide == nil && r.wide == nil && r.low.sign()*r.high.sign() > 0 {
		if out, ok := q.quotient(r); ok {
			return out
		}
	}
	return q.widened().div(r.widened()).narrowed()
}

// quotient gives q / r for a divisor whose interval does not hold zero.
func (q quantity) quotient(r quantity) (quantity, bool) {
	widest := max(q.low.digits(), q.high.digits()) - q.scale
	places := max(0, quotientDigits+r.value.digits()-r.scale-widest)
	power := places + r.scale - q.scale
	value, exact, ok := q.value.divide(r.value, power)
	if !ok || places > maxScale {
		return quantity{}, false
	}
	out := quantity{known: true, scale: places, value: value, low: value, high: value}
	if q.exact() && r.exact() && exact {
		return out, true
	}
	first := true
	for _, n := range [...]int128{q.low, q.high} {
		for _, d := range [...]int128{r.low, r.high} {
			near, exact, ok := n.divide(d, power)
			if !ok {
				return quantity{}, false
			}
			if first {
				out.low, out.high, first = near, near, false
			}
			out.reach(near)
			if !exact {
				far, _ := near.add(int128Of(int64(n.sign() * d.sign())))
				out.reach(far)
			}
		}
	}
	return out, true
}

func (q quantity) abs() quantity {
	switch {
	case q.wide != nil:
		return q.wide.abs().narrowed()
	case q.low.sign() >= 0:
		return q
	case q.high.sign() <= 0:
		return q.neg()
	}
	out := quantity{known: true, scale: q.scale, value: q.value.abs(), high: q.high}
	out.reach(q.low.neg())
	return out
}

func (q quantity) min(r quantity) quantity { return q.neg().max(r.neg()).neg() }

func (q quantity) max(r quantity) quantity {
	a, b, ok := align(q, r)
	if !ok {
		return q.widened().max(r.widened()).narrowed()
	}
	if b.value.cmp(a.value) > 0 {
		a.value = b.value
	}
	if b.low.cmp(a.low) > 0 {
		a.low = b.low
	}
	if b.high.cmp(a.high) > 0 {
		a.high = b.high
	}
	return a
}

// round rounds value and bounds half away from zero.
func (q quantity) round(places int32) quantity {
	if q.wide != nil {
		return q.wide.round(places).narrowed()
	}
	power := q.scale - places
	if power <= 0 {
		return q
	}
	return quantity{known: true, scale: places,
		value: q.value.shortened(power), low: q.low.shortened(power), high: q.high.shortened(power)}
}
