package fill

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clauseTopic gives the topic that the clauses ahead of a figure's own name,
// the nearest first: 在财政收入方面.
func clauseTopic(clauses []string) string {
	for i := len(clauses) - 1; i >= 0; i-- {
		c := trimOne(nounPhrase(clauses[i]), []string{"在", "对", "从", "围绕"})
		c = withoutFigure(trimEnd(c, []string{"方面", "上", "情况", "中"}, nil))
		if utf8.RuneCountInString(c) >= 2 && !slices.Contains(idle, c) && !hasSuffix(c, earlierTimes) {
			return c
		}
	}
	return ""
}

// withoutFigure takes a figure that is written out off the end: 财政收入12.5亿元.
func withoutFigure(clause string) string {
	const digits = "0123456789.,XＸ"
	inDigits := true // a figure at the head is no figure of something
	for at, r := range clause {
		opens := !inDigits && strings.ContainsRune(digits, r)
		inDigits = strings.ContainsRune(digits, r)
		if !opens {
			continue
		}
		rest := strings.TrimLeft(clause[at:], digits)
		if _, n, class := unitAt(rest); n > 0 && n == len(rest) && class != unitOfName {
			return closePhrase(clause[:at])
		}
	}
	return clause
}

// nounPhrase takes the words off a clause that do not name its figure.
func nounPhrase(clause string) string {
	s := trimStart(strings.TrimLeft(clause, " 〕】]）)》〉"), openers, openWords)
	if rest, ok := cutScope(s); ok {
		s = trimStart(rest, openers, openWords)
	}
	if rest, ok := strings.CutPrefix(s, "“"); ok && !strings.Contains(rest, "”") {
		s = rest
	}
	return closePhrase(s)
}

// nounPhraseWithTime keeps the time that a clause opens with: 往年一季度收入.
func nounPhraseWithTime(clause string) string {
	return closePhrase(strings.Trim(clause, " 、"))
}

// closePhrase takes the words off the end of a phrase that lead to its figure.
// The quotation mark that ends a word of its own stays: 新建“口袋公园”.
func closePhrase(s string) string {
	for {
		t := strings.TrimSpace(trimEnd(trimEnd(withoutWay(s), closers, closeWords), looseWords, closeWords))
		if t == s {
			return strings.TrimRight(s, "、")
		}
		if strings.Count(t, "“") > strings.Count(t, "”") && strings.HasPrefix(s[len(t):], "”") {
			return t + "”"
		}
		s = t
	}
}

// cutScope takes 全市 and the like off where a noun remains.
func cutScope(s string) (string, bool) {
	for _, w := range scopes {
		if rest, ok := strings.CutPrefix(s, w); ok && utf8.RuneCountInString(trimStart(rest, openers, openWords)) >= 4 {
			return rest, true
		}
	}
	return s, false
}

// core takes the verb off the front of a label: 安排公共卫生补助资金 speaks of 公共卫生补助资金.
func core(label string) string {
	for _, bare := range []string{label, trimStart(label, adverbs, nil)} {
		for _, w := range verbs {
			if rest, ok := strings.CutPrefix(bare, w); ok && utf8.RuneCountInString(rest) >= 2 && !slices.Contains(states, rest) {
				return rest
			}
		}
	}
	return label
}

// leadingVerb is the verb that core takes off.
func leadingVerb(label string) string {
	return strings.TrimSuffix(label, core(label))
}

// isVerb tells a phrase that is a verb alone: 已拨付.
func isVerb(phrase string) bool {
	return phrase != "" && verbIndex[trimStart(phrase, adverbs, nil)] && !slices.Contains(states, phrase)
}

// fromVerb drops who acts from a long phrase: 会同有关部门出台支持企业的政策.
func fromVerb(phrase string) string {
	if utf8.RuneCountInString(phrase) <= 18 || hasPrefix(phrase, verbs) {
		return phrase
	}
	at := len(phrase)
	for _, w := range verbs {
		if i := strings.Index(phrase, w); len(w) > 3 && i > 0 {
			at = min(at, i)
		}
	}
	if at == len(phrase) {
		return phrase
	}
	return phrase[at:]
}

// tailNoun gives the noun behind a figure's unit, with what it does: X个支部.
func tailNoun(f *mention) string {
	if strings.HasPrefix(f.tail, "  ") {
		return "" // what stands behind a gap is something else
	}
	tail := strings.TrimSpace(f.tail)
	tail = trimOne(strings.TrimPrefix(tail, "”"), []string{"以上的", "的"})
	if hasPrefix(tail, tailStops) || hasPrefix(tail, changeWords[:firstShort]) || !startsWord(tail) || stepBetween(tail) != "" {
		return ""
	}
	tail = trimEnd(strings.TrimSuffix(cutAmong(tail), "第"), tailEnds, nil) + bracketed(f.after[len(f.tail):])
	for _, w := range []string{"共", "累计"} {
		if i := strings.Index(tail, w); i > 0 {
			tail = tail[:i]
		}
	}
	return firstCharacters(tail, 16)
}

// cutAmong ends a noun at the 中 that counts among it: X个行业中有X个行业.
func cutAmong(tail string) string {
	noun, rest, found := strings.Cut(tail, "中")
	if found && noun != "" && (rest == "" || hasPrefix(rest, []string{"有", "已", "排", "居", "列", "位"})) {
		return noun
	}
	return tail
}

// behindAmong gives the words behind the 中 that counts among what was counted
// before: X个问题中已整改X个.
func behindAmong(lead string) string {
	for _, w := range []string{"中有", "中已"} {
		if i := strings.Index(lead, w); i > 0 {
			return lead[i+len("中"):]
		}
	}
	return lead
}

// bracketed gives the brackets at the head of s where they name more of the noun
// before: 县（市、区）.
func bracketed(s string) string {
	inside, _, closed := strings.Cut(strings.TrimPrefix(s, "（"), "）")
	n := utf8.RuneCountInString(inside)
	if !closed || !strings.HasPrefix(s, "（") || n < 1 || n > 6 || !isNoun(firstCharacters(strings.ReplaceAll(inside, "、", ""), 4)) {
		return ""
	}
	return "（" + inside + "）"
}

// startsWord tells whether a letter, a digit or an opening quote comes first.
func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '“' || r == '《' || r == '（'
}

// cutPredicate leaves the noun alone: behind a verb, what the noun does itself
// tells nothing more.
func cutPredicate(tail string) string {
	at := len(tail)
	for _, w := range predicates {
		if i := strings.Index(tail, w); i > 0 {
			at = min(at, i)
		}
	}
	return tail[:at]
}

func orHeading(f *mention, topic string) string {
	if topic != "" {
		return topic
	}
	return f.Heading
}

// cutAny takes the first of the words that s starts with off it.
func cutAny(s string, words []string) (rest string, found bool) {
	rest = trimOne(s, words)
	return rest, rest != s
}

// trimOneOf gives the word that s starts with.
func trimOneOf(s string, words []string) string {
	return strings.TrimSuffix(s, trimOne(s, words))
}

// trimOneBack takes all up to the last of the words off the front of s.
func trimOneBack(s string, words []string) string {
	for _, w := range words {
		if i := strings.LastIndex(s, w); i >= 0 {
			return s[i+len(w):]
		}
	}
	return s
}
