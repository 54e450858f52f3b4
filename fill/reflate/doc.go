// Package reflate deflates a text with holes once and fills the holes ever
// after: relocated deflate.
//
// Between two fills of one text only the values in its holes differ, so the
// matches and the Huffman codes (RFC 1951, 3.2) that suit the fixed text are
// found once, by Compile. What remains to be done for each fill is to copy
// ready bits, to write the values as literals, and to lengthen the distance of
// every match that reaches back over a hole by the bytes that now lie in it.
//
// The package knows bytes, holes and RFC 1951, and nothing of what the text is.
package reflate
