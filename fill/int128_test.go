package fill

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// random128 gives a number of up to 125 bits, short ones as often as long ones.
func random128(r *rand.Rand) *big.Int {
	n := new(big.Int).SetUint64(r.Uint64())
	n.Lsh(n, 64).Add(n, new(big.Int).SetUint64(r.Uint64()))
	n.Rsh(n, 3+uint(r.IntN(125)))
	if r.IntN(2) == 0 {
		n.Neg(n)
	}
	return n
}

// Each operation is held against math/big wherever it says that its result fits.
func TestInt128(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ten := big.NewInt(10)
	for range 20_000 {
		x, y := random128(r), random128(r)
		a, okA := int128OfBig(x)
		b, okB := int128OfBig(y)
		if !okA || !okB || a.big().Cmp(x) != 0 {
			t.Fatalf("%v became %v", x, a.big())
		}
		check := func(op string, got int128, ok bool, want *big.Int) {
			t.Helper()
			if ok && got.big().Cmp(want) != 0 {
				t.Fatalf("%s of %v and %v: got %v, want %v", op, x, y, got.big(), want)
			}
			if !ok && want.BitLen() < 125 {
				t.Fatalf("%s of %v and %v: %v should fit", op, x, y, want)
			}
		}
		sum, ok := a.add(b)
		check("sum", sum, ok, new(big.Int).Add(x, y))
		product, ok := a.mul(b)
		check("product", product, ok, new(big.Int).Mul(x, y))
		check("negative", a.neg(), true, new(big.Int).Neg(x))
		if got, want := a.cmp(b), x.Cmp(y); got != want {
			t.Fatalf("%v cmp %v: got %d, want %d", x, y, got, want)
		}
		if got, want := a.digits(), len(new(big.Int).Abs(x).String()); int(got) != want {
			t.Fatalf("digits of %v: got %d, want %d", x, got, want)
		}
		power := int32(r.IntN(40))
		shift := new(big.Int).Exp(ten, big.NewInt(int64(power)), nil)
		scaled, ok := a.scaled(power)
		check("scaled", scaled, ok, new(big.Int).Mul(x, shift))
		if d, fits := int128OfBig(new(big.Int).Abs(y)); fits && d.hi == 0 && d.lo != 0 {
			want, rest := new(big.Int).QuoRem(new(big.Int).Mul(x, shift), y, new(big.Int))
			quotient, exact, ok := a.divide(b, power)
			check("quotient", quotient, ok, want)
			if ok && exact != (rest.Sign() == 0) {
				t.Fatalf("%v / %v: exact %v", x, y, exact)
			}
		}
		if power > 0 {
			half := new(big.Int).Rsh(shift, 1)
			want := new(big.Int).Abs(x)
			want.Quo(want.Add(want, half), shift)
			if x.Sign() < 0 {
				want.Neg(want)
			}
			check("shortened", a.shortened(power), true, want)
		}
	}
}
