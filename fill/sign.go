package fill

import (
	"strings"
	"unicode/utf8"
)

// saidSign is the sign that the words before a mark already say.
type saidSign struct {
	words       string // 下降, or the minus that stands before the mark; empty for none
	placeholder int    // its number
}

// directions are the words that say which way a figure went, those that say
// down and those that say up. The last one in the clause governs the figure.
var directions = func() (words []direction) {
	for _, w := range strings.Fields("下降 下降幅度 减少 降低 降幅 减幅 跌幅 收窄 回落 压减 下滑 缩减 负增长 下跌 下调 削减 核减 调减 减收 短收 少收 缩小 萎缩 亏损 净减") {
		words = append(words, direction{w, true})
	}
	for _, w := range strings.Fields("增长 增加 增收 增幅 上升 上涨 上调 提高 提升 扩大 回升 升高 攀升 净增 多收") {
		words = append(words, direction{w, false})
	}
	return words
}()

type direction struct {
	word string
	down bool
}

// Words of one character say down only where they stand at the mark: 同比降X%.
const shortDowns = "降减低少跌亏缩"

// notDown are what makes such a character part of another word: 至少, 不低 …
const notDown = "至最不多较缺"

// directionBreaks are what may not stand between the word and the mark: then the figure
// is a level that something fell to, or belongs to another word.
var directionBreaks = strings.Fields("至 到 后 的 完成 实现 因素 占 为 是 其中")

// amountNouns are directions that are nouns, so that 为 may follow: 降幅为X%.
var amountNouns = strings.Fields("降幅 减幅 跌幅 下降幅度")

// longestObject is the most characters between the word and the mark, such as
// 一般性支出 in 压减一般性支出X亿元.
const longestObject = 10

// signSaid gives the sign that the words before the placeholder already say.
func signSaid(p Placeholder) saidSign {
	clause := p.Before[clauseStart(p.Before):]
	if word := minusBefore(clause); word != "" {
		return saidSign{word, p.Number}
	}
	if word := governing(strings.TrimRight(clause, " \u3000\u00A0")); word != "" {
		return saidSign{word, p.Number}
	}
	return saidSign{}
}

// clauseStart is where the last clause of the text begins.
func clauseStart(s string) int {
	at := strings.LastIndexAny(s, sentenceEnds+"，、：,:（）()“”「」《》\t")
	if at < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	return at + size
}

// minusBefore gives the minus that stands before a mark. A hyphen after a
// letter, a digit or another mark joins, and a doubled dash is punctuation.
func minusBefore(clause string) string {
	sign, size := utf8.DecodeLastRuneInString(clause)
	if !strings.ContainsRune("-－−—–", sign) {
		return ""
	}
	before, _ := utf8.DecodeLastRuneInString(clause[:len(clause)-size])
	if before == sign || before >= '0' && before <= '9' || before >= 'A' && before <= 'Z' ||
		before >= 'a' && before <= 'z' || strings.ContainsRune("Ｘ×╳月日年", before) {
		return ""
	}
	return string(sign)
}

// governing gives the word of the clause that says that the figure at its end
// went down.
func governing(clause string) string {
	last, end := direction{}, -1
	for _, d := range directions {
		at := strings.LastIndex(clause, d.word)
		if at < 0 {
			continue
		}
		// 负增长 ends with 增长 where 增长 does: the longer one is meant.
		if e := at + len(d.word); e > end || e == end && len(d.word) > len(last.word) {
			last, end = d, e
		}
	}
	if short, at := shortDown(clause); short != "" && at >= end {
		return short
	}
	if !last.down || !governs(last.word, clause[end:]) {
		return ""
	}
	return last.word
}

// shortDown gives the character at the end of the clause that says down, and
// its place.
func shortDown(clause string) (string, int) {
	clause = strings.TrimRight(clause, "了约近")
	c, size := utf8.DecodeLastRuneInString(clause)
	before, _ := utf8.DecodeLastRuneInString(clause[:len(clause)-size])
	if size == 0 || !strings.ContainsRune(shortDowns, c) || strings.ContainsRune(notDown, before) {
		return "", 0
	}
	return string(c), len(clause) - size
}

// governs tells whether the word reaches over what stands between it and the mark.
func governs(word, between string) bool {
	if utf8.RuneCountInString(between) > longestObject {
		return false
	}
	for _, noun := range amountNouns {
		if word == noun {
			between = strings.TrimPrefix(strings.TrimPrefix(between, "达到"), "为")
		}
	}
	for _, b := range directionBreaks {
		if strings.Contains(between, b) {
			return false
		}
	}
	return true
}
