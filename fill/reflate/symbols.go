package reflate

import "math/bits"

// The alphabets and limits of RFC 1951, 3.2.5 to 3.2.7.
const (
	window      = 32768 // the furthest distance
	minMatch    = 3
	maxMatch    = 258
	endOfBlock  = 256
	firstLength = 257 // the literal/length symbol of a match of three bytes
	literals    = 256
	litSymbols  = 286
	distSymbols = 30
	maxCode     = 15 // bits of the longest code
)

// lengthBase and lengthExtra are the table of 3.2.5: the shortest match of
// each length symbol and its number of extra bits.
var (
	lengthBase = [litSymbols - firstLength]uint16{
		3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31,
		35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
	}
	lengthExtra = [litSymbols - firstLength]uint8{
		0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2,
		3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
	}
	lengthSymbols = symbolsOfLengths()
)

// symbolsOfLengths is the index into lengthBase for every length of a match.
func symbolsOfLengths() (t [maxMatch + 1]uint8) {
	for s, base := range lengthBase {
		for n := int(base); n <= maxMatch; n++ {
			t[n] = uint8(s)
		}
	}
	return t
}

// distSymbol is the distance symbol and the number of extra bits of a distance
// less one. The extra bits are the low bits of that same number.
func distSymbol(less1 uint32) (symbol, extra uint32) {
	if less1 < 2 {
		return less1, 0
	}
	extra = uint32(bits.Len32(less1)) - 2
	return 2*extra + less1>>extra, extra
}
