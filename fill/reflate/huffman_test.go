package reflate

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCodeLengths(t *testing.T) {
	tests := []struct {
		name    string
		weights []uint32
		limit   int
		want    []uint8
	}{
		{"none", []uint32{0, 0}, 15, []uint8{0, 0}},
		{"a lone symbol", []uint32{0, 7, 0}, 15, []uint8{0, 1, 0}},
		{"two", []uint32{1, 1000}, 15, []uint8{1, 1}},
		{"powers of two", []uint32{8, 4, 2, 1, 1}, 15, []uint8{1, 2, 3, 4, 4}},
		{"the same, limited", []uint32{8, 4, 2, 1, 1}, 3, []uint8{1, 3, 3, 3, 3}},
		{"equal", []uint32{5, 5, 0, 5, 5}, 2, []uint8{2, 2, 0, 2, 2}},
	}
	for _, test := range tests {
		got := make([]uint8, len(test.weights))
		codeLengths(got, test.weights, test.limit)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// A code is complete, and no symbol has a longer code than a rarer one.
func TestCodeLengthsComplete(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		weights := make([]uint32, 2+r.IntN(litSymbols-2))
		for i := range weights {
			weights[i] = 1 + uint32(1)<<r.IntN(28)
		}
		limit := max(maxCode-r.IntN(7), 9)
		n := make([]uint8, len(weights))
		codeLengths(n, weights, limit)
		sum := 0
		for i := range n {
			if n[i] == 0 || int(n[i]) > limit {
				t.Fatalf("%d bits, limit %d", n[i], limit)
			}
			sum += 1 << (limit - int(n[i]))
			if weights[i] > weights[0] && n[i] > n[0] {
				t.Fatalf("weight %d: %d bits, weight %d: %d", weights[i], n[i], weights[0], n[0])
			}
		}
		if sum != 1<<limit {
			t.Fatalf("the codes take %d of %d", sum, 1<<limit)
		}
	}
}

// The example of RFC 1951, 3.2.2; the codes as they are read, from the left.
func TestCanonical(t *testing.T) {
	codes := make([]code, 8)
	canonical(codes, []uint8{3, 3, 3, 3, 3, 2, 4, 4})
	want := []string{"010", "011", "100", "101", "110", "00", "1110", "1111"}
	for i, c := range codes {
		got := ""
		for b := range c.n {
			got += string('0' + rune(c.bits>>b&1))
		}
		if got != want[i] {
			t.Errorf("symbol %d: %s, want %s", i, got, want[i])
		}
	}
}
