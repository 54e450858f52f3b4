package fill

import "strings"

// markVerdict tells what becomes of a mark.
type markVerdict uint8

const (
	certain  markVerdict = iota // a placeholder
	doubtful                    // one that is left alone until the author says otherwise
	refused                     // not a placeholder
)

// mark is one placeholder, or a mark that a named rule refuses, in a paragraph's text.
type mark struct {
	start, end int         // bytes in the text
	verdict    markVerdict // certain, doubtful, refused
	rule       string      // the rule that makes it doubtful or refused; empty if certain
	name       string      // the field that {{name}} names
	year       bool        // a year with its digits: 20XX, 202X, 20xx
	month      bool        // the month of 20xx.xx
}

// detect finds the marks of a paragraph in reading order. Tabs are \t, breaks
// \n, objects U+FFFC. alone tells that the paragraph is the only text of a table
// cell. It takes time in proportion to the text.
func detect(text string, marks markSet, alone bool) []mark {
	d := detector{text: visibleText(text), marks: marks, alone: alone}
	for i := 0; i < len(text); {
		r, after := d.text.next(i)
		switch {
		case r == '{' && strings.HasPrefix(text[after:], "{"):
			i = d.braces(after - 1)
		case marks.has(r) || r == 'x' || r == 'ｘ':
			i = d.run(after-len(string(r)), r)
		default:
			i = after
		}
	}
	return d.found
}

// detector is the state of one detect.
type detector struct {
	text   visibleText
	marks  markSet
	alone  bool
	braced int // marks before this byte stand in {{…}} that is no name
	judged candidate
	found  []mark
}

// braces reads the {{ at i: a name up to }}, or text in which no mark counts.
// It gives the byte at which reading goes on.
func (d *detector) braces(i int) int {
	inner := i + len("{{")
	n := strings.IndexAny(string(d.text[inner:]), "{}")
	if n < 0 {
		return inner
	}
	end := inner + n
	switch {
	case d.text[end] == '{' && n == 0: // {{{: the innermost two count
		return i + 1
	case !strings.HasPrefix(string(d.text[end:]), "}}"):
		return inner
	}
	name := seenName(string(d.text[inner:end]))
	if !isFieldName(name) {
		d.braced = end
		return inner
	}
	d.found = append(d.found, mark{start: i, end: end + len("}}"), name: name})
	return end + len("}}")
}

// run reads the run of marks that opens at i, with the digits of its year.
// It gives the byte at which reading goes on.
func (d *detector) run(i int, r rune) int {
	if i >= d.braced {
		if date := d.date(i, r); date != nil {
			d.found = append(d.found, date...)
			return date[len(date)-1].end
		}
	}
	end, n := d.signs(i, r)
	if least := d.marks.min(r); least == 0 || n < least {
		return end
	}
	end, n = d.number(end, n, r)
	m := mark{start: i, end: end}
	m.verdict, m.rule = d.candidate(i, end, n, r).judge()
	d.found = append(d.found, m)
	return end
}

// number reads on from the n marks that end at i: ,XXX and .XX. It gives the
// end and the count of all marks.
func (d *detector) number(i, n int, r rune) (end, count int) {
	end, count = i, n
	for n <= 3 {
		next, more := d.group(end, r, isComma)
		if more != 3 {
			break
		}
		end, count = next, count+more
	}
	for {
		next, more := d.group(end, r, isPoint)
		if more == 0 {
			return end, count
		}
		end, count = next, count+more
	}
}

// group reads a separator and the marks after it: .XX or ,XXX. n is 0 if there is none.
func (d *detector) group(i int, r rune, separator func(rune) bool) (end, n int) {
	if s, after := d.text.next(i); s != 0 && separator(s) {
		return d.signs(after, r)
	}
	return i, 0
}

// signs reads a run of one and the same sign.
func (d *detector) signs(i int, r rune) (end, n int) {
	for {
		s, after := d.text.next(i)
		if s != r {
			return i, n
		}
		i, n = after, n+1
	}
}
