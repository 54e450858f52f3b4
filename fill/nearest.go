package fill

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Bounds of a search for a near name.
const (
	longestGuess = 64   // characters of the name
	mostGuessed  = 5000 // known names
)

// nearest gives the known name that is most like the name; empty where none is
// near: more than one character in three would have to change. Of two as near,
// the first in alphabetical order. It does not look among too many names.
func nearest(name string, known []string) string {
	length := utf8.RuneCountInString(name)
	if length > longestGuess || len(known) > mostGuessed {
		return ""
	}
	folded := strings.ToLower(name)
	best, least := "", (length+2)/3+1
	for _, k := range known {
		if apart := utf8.RuneCountInString(k) - length; apart >= least || -apart >= least {
			continue
		}
		d := levenshtein.ComputeDistance(folded, strings.ToLower(k))
		if d < least || d == least && best != "" && k < best {
			best, least = k, d
		}
	}
	return best
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
