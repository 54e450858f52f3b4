package fill

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLimitsOrDefault(t *testing.T) {
	tests := []struct {
		name      string
		set, want Limits
	}{
		{"none", Limits{}, DefaultLimits},
		{"some", Limits{Parts: 10, Depth: 20}, Limits{Parts: 10, PartBytes: 64 << 20, PackageBytes: 256 << 20, Depth: 20, Placeholders: 100_000}},
		{"more than a zip holds", Limits{Parts: 1 << 20, PartBytes: math.MaxInt64, PackageBytes: math.MaxInt64, Depth: 8, Placeholders: 7},
			Limits{Parts: 65_534, PartBytes: math.MaxInt32, PackageBytes: math.MaxUint32 - 1, Depth: 8, Placeholders: 7}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.set.orDefault()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
