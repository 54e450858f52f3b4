package reflate

import (
	"math/rand/v2"
	"testing"
)

// bitAt is bit i of b.
func bitAt(b []byte, i uint) byte { return b[i>>3] >> (i & 7) & 1 }

func TestCopyBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	src := noise(400+readAhead, 1)
	for range 2000 {
		buf := make([]byte, 900)
		at := uint(r.IntN(70))
		c := cursor{}.put(buf, 0x5555555555555555&(1<<min(at, 56)-1), min(at, 56))
		c = c.put(buf, 0, at-min(at, 56))
		pos, n := uint(r.IntN(1600)), uint(r.IntN(1600))
		if r.IntN(2) == 0 {
			n %= 70
		}
		c = copyBits(buf, c, src, pos, n)
		back := min(n, uint(r.IntN(30)))
		c = c.rewind(buf, back).put(buf, load(src, pos+n-back)&(1<<back-1), back)
		out := c.close(buf)
		if got, want := uint(len(out)), (at+n+7)/8; got != want {
			t.Fatalf("%d bits at %d: %d bytes, want %d", n, at, got, want)
		}
		for i := range uint(len(out)) * 8 {
			want := byte(0)
			switch {
			case i < min(at, 56):
				want = byte(1 - i&1)
			case i >= at && i < at+n:
				want = bitAt(src, pos+i-at)
			}
			if got := bitAt(out, i); got != want {
				t.Fatalf("%d bits from %d to %d: bit %d is %d, want %d", n, pos, at, i, got, want)
			}
		}
	}
}
