package fill

import (
	"strings"
	"unicode/utf8"
)

// cutBasis parts a clause from what its figure is counted by: 人口密度为|每平方公里,
// 供养标准达|每人每年. The basis is empty where no noun is left.
func cutBasis(clause string) (noun, basis string) {
	at := len(clause)
	for {
		i := strings.LastIndex(clause[:at], "每")
		if i < 0 || !isBasis(clause[i+len("每"):at]) {
			break
		}
		at = i
	}
	noun = trimEnd(clause[:at], []string{"平均"}, nil)
	if at == len(clause) || utf8.RuneCountInString(nounPhrase(trimEnd(noun, stepStarts, nil))) < 2 {
		return clause, ""
	}
	return noun, clause[at:]
}

// isBasis tells a unit, alone or with a magnitude: 月, 百平方公里; and 生.
func isBasis(s string) bool {
	if s == "生" {
		return true
	}
	if w, class := wordAt(s); class != noUnit && w == s {
		return true
	}
	_, n, _ := unitAt(s)
	return n > 0 && n == len(s)
}
