package fill

// The ways to write numbers, as Field.Numerals has them.
const (
	numeralsChinese   = "chinese"
	numeralsFinancial = "financial"
)

// print writes a number that the field has read. given is the text it was given
// as, which is printed where it is the same; else its digits go to texts, which
// may be nil. It fails where the characters that the field is written in do not
// reach so far.
func (f *boundField) print(d digits, given Value, texts *digitTexts) (string, bool) {
	switch {
	case f.Numerals == numeralsChinese && f.Kind == KindYear:
		var room [2 * maxDigits]byte
		integer, _ := d.split(room[:0])
		return ordinaryNumerals.each(integer, "〇"), true
	case f.Numerals == numeralsChinese:
		return d.chinese(&ordinaryNumerals)
	case f.Numerals == numeralsFinancial && f.amount:
		return f.printAmount(d)
	case f.Numerals == numeralsFinancial:
		if f.yuanFollows && !d.isWhole() {
			return "", false
		}
		return d.trim(0).chinese(&financialNumerals)
	case !f.Grouping && printsAs(given, d.scale):
		return given.Text, true
	}
	return texts.text(d, f.Grouping), true
}

// printsAs tells whether a number with so many decimals is printed just as it
// was given.
func printsAs(given Value, scale int32) bool {
	if given.Unit != "" || !isPlainNumber(given.Text) {
		return false
	}
	for i := range len(given.Text) {
		if given.Text[i] == '.' {
			return int(scale) == len(given.Text)-i-1
		}
	}
	return scale == 0
}

// printAmount writes a sum as cheques have it, to the fen.
func (f *boundField) printAmount(d digits) (string, bool) {
	yuan, ok := d.shift(f.unit.power)
	if !ok {
		return "", false
	}
	fen, ok := yuan.round(2)
	if !ok || fen.cmp(yuan) != 0 {
		return "", false
	}
	return amountInWords(fen)
}
