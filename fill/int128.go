package fill

import (
	"math/big"
	"math/bits"
)

// int128 is a whole number of less than 126 bits, in two's complement: wide
// enough for the 28 digits of a quotient, and without allocation.
type int128 struct {
	hi int64
	lo uint64
}

func int128Of(n int64) int128 { return int128{n >> 63, uint64(n)} }

// int128OfBig gives n where it fits.
func int128OfBig(n *big.Int) (int128, bool) {
	if n.BitLen() >= 126 {
		return int128{}, false
	}
	var word, rest big.Int
	hi := rest.Rsh(n, 64).Int64() // rounds down, as two's complement does
	lo := word.And(n, word.SetUint64(^uint64(0))).Uint64()
	return int128{hi, lo}, true
}

func (a int128) big() *big.Int {
	n := big.NewInt(a.hi)
	return n.Add(n.Lsh(n, 64), new(big.Int).SetUint64(a.lo))
}

// int64 gives a where it fits.
func (a int128) int64() (int64, bool) { return int64(a.lo), a.hi == int64(a.lo)>>63 }

// fits tells whether a is in the range of the type.
func (a int128) fits() bool { return a.hi < 1<<61 && a.hi >= -1<<61 }

func (a int128) sign() int {
	switch {
	case a.hi < 0:
		return -1
	case a.hi == 0 && a.lo == 0:
		return 0
	}
	return 1
}

func (a int128) cmp(b int128) int {
	switch {
	case a.hi < b.hi || a.hi == b.hi && a.lo < b.lo:
		return -1
	case a == b:
		return 0
	}
	return 1
}

func (a int128) neg() int128 {
	lo, borrow := bits.Sub64(0, a.lo, 0)
	return int128{-a.hi - int64(borrow), lo}
}

// add gives a + b and whether it fits.
func (a int128) add(b int128) (int128, bool) {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	sum := int128{a.hi + b.hi + int64(carry), lo}
	return sum, sum.fits()
}

// mul gives a × b and whether it fits.
func (a int128) mul(b int128) (int128, bool) {
	x, y := a.abs(), b.abs()
	if x.hi != 0 {
		x, y = y, x
	}
	hi, lo := bits.Mul64(x.lo, y.lo)
	over, mid := bits.Mul64(x.lo, uint64(y.hi))
	hi, carry := bits.Add64(hi, mid, 0)
	out := int128{int64(hi), lo}
	ok := x.hi == 0 && over == 0 && carry == 0 && hi < 1<<61
	if a.sign()*b.sign() < 0 {
		out = out.neg()
	}
	return out, ok
}

// scaled gives a × 10^power and whether it fits.
func (a int128) scaled(power int32) (int128, bool) {
	ok := power >= 0
	for ok && power > 0 {
		step := min(power, 18)
		a, ok = a.mul(int128Of(powerOfTen(step)))
		power -= step
	}
	return a, ok
}

func (a int128) abs() int128 {
	if a.hi < 0 {
		return a.neg()
	}
	return a
}

// divide gives a × 10^power / d, cut off towards zero, whether it is exact, and
// whether it fits. The divisor is not zero; it must fit 64 bits.
func (a int128) divide(d int128, power int32) (quotient int128, exact, ok bool) {
	n, by := a.abs(), d.abs()
	if by.hi != 0 || power < 0 {
		return int128{}, false, false
	}
	hi, rest := uint64(n.hi)/by.lo, uint64(n.hi)%by.lo
	lo, rest := bits.Div64(rest, n.lo, by.lo)
	q := int128{int64(hi), lo}
	for ok = true; ok && power > 0; {
		step := min(power, 18)
		high, low := bits.Mul64(rest, powersOfTen[step])
		var digits uint64
		digits, rest = bits.Div64(high, low, by.lo)
		if q, ok = q.scaled(step); ok {
			q, ok = q.add(int128{0, digits})
		}
		power -= step
	}
	if a.sign()*d.sign() < 0 {
		q = q.neg()
	}
	return q, rest == 0, ok
}

// shortened gives a / 10^power, rounded half away from zero; power is positive.
func (a int128) shortened(power int32) int128 {
	n := a.abs()
	for power--; power > 0; {
		step := min(power, 18)
		n, _, _ = n.divide(int128{0, powersOfTen[step]}, 0)
		power -= step
	}
	n, _ = n.add(int128{0, 5})
	n, _, _ = n.divide(int128{0, 10}, 0)
	if a.hi < 0 {
		return n.neg()
	}
	return n
}

// digits is the number of decimal digits of a; 1 for zero.
func (a int128) digits() int32 {
	n, more := a.abs(), int32(0)
	if n.hi != 0 {
		n, _, _ = n.divide(int128{0, powersOfTen[19]}, 0)
		more = 19
	}
	if n.hi != 0 {
		n, _, _ = n.divide(int128{0, powersOfTen[19]}, 0)
		more += 19
	}
	for at := range int32(20) {
		if n.lo < powersOfTen[at] {
			return max(1, at+more)
		}
	}
	return 20 + more
}
