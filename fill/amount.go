package fill

import "strings"

// amountInWords writes a sum in yuan as cheques have it: 壹仟贰佰叁拾肆元伍角陆分,
// 壹佰元整. d has two decimals. It fails from maxNumeral on.
func amountInWords(d digits) (string, bool) {
	var room [2 * maxDigits]byte
	integer, fraction := d.split(room[:0])
	if len(integer) > 16 || len(fraction) != 2 {
		return "", false
	}
	v, _ := parseDigits(string(integer))
	jiao, fen := fraction[0]-'0', fraction[1]-'0'
	var b strings.Builder
	if d.sign() < 0 {
		b.WriteString("负")
	}
	n := &financialNumerals
	yuan := v.coef > 0 || jiao == 0 && fen == 0
	if yuan {
		b.WriteString(n.number(uint64(v.coef)) + "元")
	}
	switch {
	case jiao > 0:
		b.WriteString(n.digits[jiao] + "角")
	case fen > 0 && yuan:
		b.WriteString(n.digits[0])
	}
	if fen > 0 {
		b.WriteString(n.digits[fen] + "分")
	} else {
		b.WriteString("整")
	}
	return b.String(), true
}

// parseAmount reads a sum just as amountInWords writes it.
func parseAmount(s string) (digits, bool) {
	body, negative := strings.CutPrefix(s, "负")
	yuan, small, found := strings.Cut(body, "元")
	if !found {
		yuan, small = "零", body
	}
	v, ok := financialNumerals.parse(yuan)
	if !ok {
		return digits{}, false
	}
	jiao, fen := uint64(0), uint64(0)
	small = strings.TrimPrefix(strings.TrimSuffix(small, "整"), "零")
	if before, after, ok := strings.Cut(small, "角"); ok {
		jiao, _ = financialNumerals.digit(before)
		small = after
	}
	if before, ok := strings.CutSuffix(small, "分"); ok {
		fen, _ = financialNumerals.digit(before)
	}
	d, ok := digits{scale: 2, coef: int64(v)}, v < maxNumeral
	if !ok {
		return digits{}, false
	}
	d.coef = d.coef*100 + int64(jiao*10+fen)
	if !within(d.coef) {
		return digits{}, false
	}
	if negative {
		d = d.negated()
	}
	again, ok := amountInWords(d)
	return d, ok && again == s
}
