package fill

import (
	"bytes"
	"strings"
)

// unitHeads head the column that names the unit of each row.
var unitHeads = []string{"单位", "计量单位"}

// wholeUnit gives the text where it is a unit and nothing else.
func wholeUnit(text string) string {
	if _, n, class := unitAt(text); n == len(text) && class != noUnit && class != unitOfName {
		return text
	}
	return ""
}

// captionUnit gives the unit that the line above a table names: 单位：万元,
// 表1 收入情况（单位：万元）. Of several it gives the first.
func captionUnit(text []byte) string {
	_, rest, ok := bytes.Cut(text, []byte("单位"))
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, ":： ")
	words := strings.FieldsFunc(plainText(rest[:min(len(rest), headLength)]), func(r rune) bool {
		return strings.ContainsRune("、，,；;）) /", r)
	})
	if len(words) == 0 {
		return ""
	}
	return wholeUnit(words[0])
}
