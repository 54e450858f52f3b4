package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reportfill/fill"
)

// pieces cuts a paragraph at the placeholders that take a value.
func (b *sheetBuilder) pieces(p fill.Paragraph) []Piece {
	var out []Piece
	from := 0
	for _, m := range p.Marks {
		in := b.input(m.Number)
		if in == nil {
			continue
		}
		text := printable(p.Text[from:m.From])
		text, in.Before = cutOpening(text)
		out = append(out, Piece{Text: text}, Piece{Input: in})
		from = m.To
		if r, n := utf8.DecodeRuneInString(p.Text[from:]); stays(r) {
			in.After = string(r)
			from += n
		}
	}
	return append(out, Piece{Text: printable(p.Text[from:])})
}

// cutOpening cuts off what may not stand at the end of a line before a value:
// opening brackets and quotes, signs, 第.
func cutOpening(text string) (rest, opening string) {
	rest = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Ps, unicode.Pi) || strings.ContainsRune("-－+＋±第", r)
	})
	return rest, text[len(rest):]
}

// stays tells whether a character behind a value stays on its line: a unit, or
// closing punctuation. What opens something else, and blanks, may begin a line.
func stays(r rune) bool {
	switch {
	case r == utf8.RuneError, r == '\uFFFC', unicode.IsSpace(r), unicode.In(r, unicode.Ps, unicode.Pi):
		return false
	}
	return unicode.IsPrint(r)
}
