package fill

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// nearest gives the known name that is most like the name; empty where none is
// near: more than one character in three would have to change. Of two as
// near, the first in alphabetical order.
func nearest(name string, known []string) string {
	type candidate struct {
		name     string
		distance int
	}
	limit := (utf8.RuneCountInString(name) + 2) / 3
	var near []candidate
	for _, k := range known {
		if d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(k)); d <= limit {
			near = append(near, candidate{k, d})
		}
	}
	if len(near) == 0 {
		return ""
	}
	return slices.MinFunc(near, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), strings.Compare(a.name, b.name))
	}).name
}

// orNearest gives a remedy that asks whether the nearest known name was meant;
// empty where none is near.
func orNearest(name string, known []string) Text {
	n := nearest(name, known)
	if n == "" {
		return Text{}
	}
	return Text{ZH: "；是否应为 " + n + "？", EN: "; did you mean " + n + "?"}
}
