package gbdoc

import (
	"strings"
	"unicode/utf8"
)

// A run is what becomes one w:r: text in one script and one weight.
type run struct {
	text    string
	bold    bool
	western bool
}

// runs cuts a paragraph where Word would: at a change of weight, after a
// sentence or clause, and around western text. A lone western character inside
// Chinese text stays in the Chinese run, for it is typed without a change of
// the input method; one that opens a clause is a run of its own.
func runs(p Paragraph) []run {
	var rs []run
	for _, s := range p.Spans {
		for _, clause := range clauses(s.Text) {
			rs = append(rs, cutWestern(clause, s.Bold)...)
		}
	}
	return rs
}

// clauses cuts text after each mark that ends a sentence or a clause.
func clauses(text string) []string {
	const ends = "。；："
	var cs []string
	for text != "" {
		i := strings.IndexAny(text, ends)
		if i < 0 {
			return append(cs, text)
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		cs = append(cs, text[:i+n])
		text = text[i+n:]
	}
	return cs
}

func cutWestern(clause string, bold bool) []run {
	var rs []run
	start := 0 // of the Chinese run that is being gathered
	for i := 0; i < len(clause); {
		n := westernLen(clause[i:])
		if n == 0 || n == 1 && i > start {
			i++
			continue
		}
		if i > start {
			rs = append(rs, run{text: clause[start:i], bold: bold})
		}
		rs = append(rs, run{text: clause[i : i+n], bold: bold, western: true})
		i += n
		start = i
	}
	if start < len(clause) {
		rs = append(rs, run{text: clause[start:], bold: bold})
	}
	return rs
}

// westernLen is the length of the ASCII text that s begins with.
func westernLen(s string) int {
	n := 0
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}
