package reflate

import (
	"hash/crc32"
	"testing"
)

func TestPieceFollow(t *testing.T) {
	for _, n := range []int{0, 1, 3, 16, 255, 1000, 70_000} {
		for _, m := range []int{0, 1, crcSmall - 1, crcSmall, 500} {
			a, b, c := noise(n, 1), noise(m, 2), noise(n+1, 3)
			r := pieceOf(a).follow(^uint32(0))
			r = pieceOf(c).follow(crcBytes(r, b))
			want := crc32.ChecksumIEEE(append(append(a, b...), c...))
			if got := ^r; got != want {
				t.Errorf("pieces of %d, %d, %d bytes: %08x, want %08x", n, m, n+1, got, want)
			}
		}
	}
}
