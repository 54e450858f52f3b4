package fill

import (
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

// randomQuantity gives an exact or a rounded figure of 1 to 22 digits, of which
// 0 to 6 are decimals.
func randomQuantity(r *rand.Rand) quantity {
	d := decimal.New(r.Int64(), 0).Shift(-int32(r.IntN(18))).Truncate(0)
	if r.IntN(2) == 0 {
		d = d.Neg()
	}
	d = d.Shift(int32(r.IntN(4)) - int32(r.IntN(7)))
	if r.IntN(2) == 0 {
		return exactly(d)
	}
	return rounded(d, max(0, -d.Exponent()))
}

func sameQuantity(q quantity, w wideQuantity) bool {
	v := q.widened()
	return q.known && v.value.Equal(w.value) && v.low.Equal(w.low) && v.high.Equal(w.high)
}

// What is worked out in int128s is what decimals of any length give.
func TestQuantityInInt128s(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	narrow := 0
	for range 6_000 {
		q, p := randomQuantity(r), randomQuantity(r)
		places := int32(r.IntN(8)) - 2
		ops := map[string]struct {
			got  quantity
			want wideQuantity
		}{
			"add":   {q.add(p), q.widened().add(p.widened())},
			"mul":   {q.mul(p), q.widened().mul(p.widened())},
			"max":   {q.max(p), q.widened().max(p.widened())},
			"abs":   {q.abs(), q.widened().abs()},
			"neg":   {q.neg(), q.widened().neg()},
			"round": {q.round(places), q.widened().round(places)},
		}
		if !p.isZero() {
			ops["div"] = struct {
				got  quantity
				want wideQuantity
			}{q.div(p), q.widened().div(p.widened())}
		}
		for op, o := range ops {
			if !sameQuantity(o.got, o.want) {
				t.Fatalf("%s of %s and %s: got %s, want %v", op, interval(q), interval(p), interval(o.got), o.want)
			}
			if o.got.wide == nil {
				narrow++
			}
		}
		want := judge(opLess, q.decimal().Cmp(p.decimal()), q.widened().low.Cmp(p.widened().high), q.widened().high.Cmp(p.widened().low))
		if got := q.compare(opLess, p); got != want {
			t.Fatalf("%s < %s: got %v, want %v", interval(q), interval(p), got, want)
		}
	}
	if narrow < 20_000 {
		t.Errorf("only %d results were in int128s", narrow)
	}
}

// The quotient of figures lies within its interval, whichever figures within
// theirs are taken.
func TestQuotientHoldsTheTrueOne(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2_000 {
		q, p := randomQuantity(r), randomQuantity(r)
		low, high := p.bounds()
		if low.Sign()*high.Sign() <= 0 {
			continue
		}
		least, most := q.div(p).bounds()
		qlow, qhigh := q.bounds()
		for _, n := range []decimal.Decimal{qlow, q.decimal(), qhigh} {
			for _, d := range []decimal.Decimal{low, p.decimal(), high} {
				// least ≤ n/d ≤ most, without dividing
				a, b := least.Mul(d), most.Mul(d)
				if d.Sign() < 0 {
					a, b = b, a
				}
				if a.GreaterThan(n) || b.LessThan(n) {
					t.Fatalf("%s / %s: [%v, %v] is without %v / %v", interval(q), interval(p), least, most, n, d)
				}
			}
		}
	}
}

func TestQuantityCoefficient(t *testing.T) {
	tests := []struct {
		q      quantity
		places int32
		want   int64
		ok     bool
	}{
		{roundedFigure(1230, 2), 2, 1230, true},
		{roundedFigure(1235, 2), 1, 124, true},
		{roundedFigure(-1235, 2), 1, -124, true},
		{exactFigure(12, 0), 2, 1200, true},
		{exactFigure(1, 0).div(exactFigure(3, 0)), 3, 333, true},
		{exactFigure(2, 0).div(exactFigure(3, 0)), 0, 1, true},
		{exactly(decimal.New(1, 30)), 0, 0, false},
		{exactly(decimal.New(1, 50)), 0, 0, false},
	}
	for _, tt := range tests {
		got, ok := tt.q.coefficient(tt.places)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("%s with %d decimals: got %d, %v; want %d, %v", interval(tt.q), tt.places, got, ok, tt.want, tt.ok)
		}
	}
}

func TestQuantityMeets(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"12.3", "12.4", true},
		{"12.3", "12.5", false},
		{"=12", "12", true},
		{"=12", "=13", false},
		{"12.30", "12.31", true},
		{"12.30", "12.32", false},
	}
	for _, tt := range tests {
		if got := figure(t, tt.a).meets(figure(t, tt.b)); got != tt.want {
			t.Errorf("%s and %s: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
