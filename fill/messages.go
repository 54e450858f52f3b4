package fill

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a clerk reads: the label, what was given, what to do. inSentence adds
// where in the text it stands.

// say formats one message in both languages from the same arguments.
func say(zh, en string, args ...any) Text {
	return Text{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// inSentence adds the sentence of a placeholder to a message, of a long one
// what stands around the mark.
func inSentence(t Text, p Placeholder) Text {
	const around = 60 // characters on either side
	if before := lastCharacters(p.Before, around); before != p.Before {
		p.Before = "…" + before
	}
	if after := firstCharacters(p.After, around); after != p.After {
		p.After = after + "…"
	}
	sentence := strings.TrimSpace(p.Sentence())
	return Text{t.ZH + "文中：" + sentence, t.EN + " In the text: " + sentence}
}

// quoted gives a value as messages quote it.
func quoted(v Value) string {
	s := excerpt(v.Text)
	if v.Type == String {
		s = "“" + s + "”"
	}
	return s + excerpt(v.Unit)
}

// longestExcerpt is what a message quotes of a text, in characters.
const longestExcerpt = 40

// excerpt is a text on one line, of a long one its beginning.
func excerpt(s string) string {
	text := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if first := firstCharacters(text, longestExcerpt); first != text {
		return first + "…"
	}
	return text
}

// expected says what a field of the kind takes.
func (f *boundField) expected() Text {
	unit := Text{}
	if f.Unit != "" {
		unit = say("（单位：%s）", " in %s", f.Unit)
	}
	switch f.Kind {
	case KindInteger:
		return Text{"整数" + unit.ZH, "a whole number" + unit.EN}
	case KindDecimal:
		return Text{"一个数，如 12.34" + unit.ZH, "a number such as 12.34" + unit.EN}
	case KindPercent:
		return Text{"一个数，如 3.2" + unit.ZH, "a number such as 3.2" + unit.EN}
	case KindYear:
		return Text{"四位数的年份，如 2026", "a year of four digits such as 2026"}
	case KindMonth:
		return Text{"月份（1 到 12）", "a month from 1 to 12"}
	case KindDay:
		return Text{"日子（1 到 31）", "a day from 1 to 31"}
	case KindRank:
		return Text{"名次，即不小于 1 的整数", "a rank, a whole number from 1"}
	case KindDate:
		return Text{"日期，如 2026-12-31", "a date such as 2026-12-31"}
	}
	return Text{"文字", "text"}
}

func (f *boundField) missing() Text {
	e := f.expected()
	return Text{
		fmt.Sprintf("%s还没有值，请填写%s。", f.Title(), e.ZH),
		fmt.Sprintf("%s has no value. Give %s.", f.Title(), e.EN),
	}
}

func (f *boundField) wrongKind(v Value) Text {
	e := f.expected()
	return Text{
		fmt.Sprintf("%s应为%s，给出的是 %s。", f.Title(), e.ZH, quoted(v)),
		fmt.Sprintf("%s must be %s, but %s was given.", f.Title(), e.EN, quoted(v)),
	}
}

// nested tells that a list or an object is no value.
func (f *boundField) nested(v Value) Text {
	e, remedy := f.expected(), Text{"请给出一个值。", "Give one value."}
	if f.Unit != "" {
		remedy = say(`请给出一个数；连同单位写作 {"value": 12.34, "unit": "%s"}。`, `Give one number; with its unit it is {"value": 12.34, "unit": "%s"}.`, f.Unit)
	}
	return Text{
		fmt.Sprintf("%s应为%s，给出的是 %s。%s", f.Title(), e.ZH, excerpt(v.Text), remedy.ZH),
		fmt.Sprintf("%s must be %s, but %s was given. %s", f.Title(), e.EN, excerpt(v.Text), remedy.EN),
	}
}

func (f *boundField) tooLong(v Value) Text {
	return say("%s给出的 %s 位数过多（最多 %d 位）。请核对。", "%s is given as %s, which has too many digits (at most %d). Check it.", f.Title(), quoted(v), maxDigits)
}

func (f *boundField) unprintable(v Value) Text {
	if f.amount {
		return say("%s要写成大写金额，须精确到分且在一亿亿元以下，给出的是 %s。请改为不超过两位小数的金额。",
			"%s is written as an amount in words, to the fen and below 10^16 yuan, but %s was given. Give an amount with at most two decimals.", f.Title(), quoted(v))
	}
	if f.yuanFollows {
		return say("%s在文中后面已有“元”，大写金额写不出角分，给出的是 %s。请给整元，或删去文中的“元”。",
			"%s has 元 after it in the text, so that its words cannot hold jiao and fen, but %s was given. Give whole yuan, or take 元 out of the text.", f.Title(), quoted(v))
	}
	return say("%s要写成中文数字，须在一亿亿以下，给出的是 %s。请核对。", "%s is written in Chinese numerals, which end below 10^16, but %s was given. Check it.", f.Title(), quoted(v))
}

func (f *boundField) wrongUnit(unit string) Text {
	names := f.unit.convertible(f.Unit)
	if _, none := ownUnits[f.Kind]; none || f.Unit == "" && f.Kind != KindPercent || f.Kind == KindText || f.Kind == KindDate {
		return say("%s不带单位，给出的单位是“%s”。请去掉单位。", "%s has no unit, but %s was given. Leave the unit out.", f.Title(), excerpt(unit))
	}
	return say("%s以“%s”为单位，“%s”不能换算。可用的单位：%s。", "%s is in %s, and %s cannot be converted. Units that can: %s.",
		f.Title(), f.unitName(), excerpt(unit), strings.Join(names, "、"))
}

func (f *boundField) unitName() string {
	if f.Unit == "" {
		return f.unit.base
	}
	return f.Unit
}

func (f *boundField) twoUnits(v Value, inText string) Text {
	return say("%s给了两个单位：“%s”和“%s”。请只留一个。", "%s is given two units, %s and %s. Keep one.", f.Title(), inText, excerpt(v.Unit))
}

func (f *boundField) foreignText(position int, what rune) Text {
	return say("%s的第 %d 个字符（U+%04X）不能写入文档。请删去。", "%s has a character, number %d (U+%04X), that a document cannot hold. Remove it.", f.Title(), position, what)
}

func (f *boundField) givenTwice(a, b Value) Text {
	return say("%s给出了两次：%s 和 %s。请只留一个。", "%s is given twice, as %s and as %s. Keep one.", f.Title(), quoted(a), quoted(b))
}

func (f *boundField) placesDiffer(a, b Value, at int) Text {
	return say("%s在文中出现多处，前面给的是 %s，第 %d 个值却是 %s。请给同一个值。",
		"%s stands in several places and is given as %s, but value %d is %s. Give the same value in all of them.", f.Title(), quoted(a), at, quoted(b))
}

// against says that the value, as given or computed, is against the constraint.
func (f *boundField) against(value string) Text {
	size := Text{}
	if n := utf8.RuneCountInString(value); n > longestExcerpt {
		size = say("，共 %d 个字", ", %d characters long", n)
	}
	shown := excerpt(value)
	return Text{
		fmt.Sprintf("%s应%s，现为 %s%s。", f.Title(), f.constraint.demand.ZH, shown, size.ZH),
		fmt.Sprintf("%s must be %s, but it is %s%s.", f.Title(), f.constraint.demand.EN, shown, size.EN),
	}
}

// signTwice says that a negative value follows words that already say so.
func (f *boundField) signTwice(d digits, computed bool) Text {
	if computed {
		return say("文中已写“%s”，而%s算得 %s，与文字相反。请核对数据；如果方向变了，请修改文字。",
			"The text already says %s, but %s works out as %s, the other way round. Check the figures; if the direction changed, change the words.", f.sign.words, f.Title(), d)
	}
	return say("文中已写“%s”，%s应给 %s，不应给 %s；如果方向变了，请修改文字。",
		"The text already says %s: give %s as %s, not as %s; if the direction changed, change the words.", f.sign.words, f.Title(), d.negated(), d)
}

func (f *boundField) differs(given, computed, formula string) Text {
	return say("%s给出的是 %s，按“%s”算得 %s，相差超出四舍五入的范围。请核对，或不给此项由系统计算。",
		"%s is given as %s, but %s gives %s, which is more than rounding explains. Check the figures, or leave it out to have it computed.", f.Title(), given, formula, computed)
}

func (f *boundField) computedKind(value, formula string) Text {
	e := f.expected()
	return Text{
		fmt.Sprintf("%s按“%s”算得 %s，应为%s。请核对数据。", f.Title(), formula, value, e.ZH),
		fmt.Sprintf("%s works out as %s by %s, but must be %s. Check the figures.", f.Title(), value, formula, e.EN),
	}
}

func (f *boundField) uncomputed(reason Text) Text {
	return Text{
		fmt.Sprintf("%s无法计算：%s。请核对数据，或直接给出此项。", f.Title(), reason.ZH),
		fmt.Sprintf("%s cannot be computed: %s. Check the figures, or give it.", f.Title(), reason.EN),
	}
}

func reasonInputs(titles []string) Text {
	list := strings.Join(titles, "、")
	return say("缺少%s", "%s has no value", list)
}
