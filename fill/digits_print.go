package fill

import (
	"math/big"
	"strconv"
	"strings"
)

// digitTexts holds the numbers of one fill as pieces of a few long texts, so
// that thousands of them take few allocations. The pieces outlive it.
type digitTexts struct{ open strings.Builder }

const digitTextLength = 1 << 10 // bytes

// text writes a number out, grouped by thousands or not. A nil t gives it a
// text of its own.
func (t *digitTexts) text(d digits, grouped bool) string {
	var room [2 * maxDigits]byte
	written := d.append(room[:0], grouped)
	if t == nil {
		return string(written)
	}
	if t.open.Len()+len(written) > t.open.Cap() {
		t.open = strings.Builder{}
		t.open.Grow(digitTextLength)
	}
	from := t.open.Len()
	t.open.Write(written)
	return t.open.String()[from:]
}

// String writes the number out with all its digits: -1234.50.
func (d digits) String() string {
	var room [2 * maxDigits]byte
	return string(d.append(room[:0], false))
}

// append writes the number out, grouped by thousands or not.
func (d digits) append(dst []byte, grouped bool) []byte {
	if d.sign() < 0 {
		dst = append(dst, '-')
	}
	var room [2 * maxDigits]byte
	integer, fraction := d.split(room[:0])
	for i, c := range integer {
		if left := len(integer) - i; grouped && i > 0 && left%3 == 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, c)
	}
	if d.scale > 0 {
		dst = append(append(dst, '.'), fraction...)
	}
	return dst
}

// split appends the digits without sign to dst, as digits before the point, at
// least one, and digits after it.
func (d digits) split(dst []byte) (integer, fraction []byte) {
	var room [2 * maxDigits]byte
	all := room[:0]
	if d.wide != nil {
		all = new(big.Int).Abs(d.wide).Append(all, 10)
	} else {
		all = strconv.AppendInt(all, max(d.coef, -d.coef), 10)
	}
	for n := len(all); n <= int(d.scale); n++ {
		dst = append(dst, '0')
	}
	dst = append(dst, all...)
	point := len(dst) - int(d.scale)
	return dst[:point], dst[point:]
}
