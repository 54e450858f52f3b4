package reference

import "strings"

// Prose is a text in pieces: code and what is none.
type Prose []Span

// Span is a piece of a text.
type Span struct {
	Text string
	Code bool
}

// prose gives a text in the reader's language, its code set off by backquotes.
func (r *reader) prose(text string) Prose {
	text = r.say(text)
	var out Prose
	for i, piece := range strings.Split(text, "`") {
		if piece != "" {
			out = append(out, Span{Text: piece, Code: i%2 == 1})
		}
	}
	return out
}

// paragraphs parts a text at its blank lines.
func (r *reader) paragraphs(text string) []Prose {
	var out []Prose
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if p != "" {
			out = append(out, r.prose(p))
		}
	}
	return out
}

// say gives a text on one line, in Chinese where there is a translation.
func (r *reader) say(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if zh, ok := r.chinese[text]; ok {
		return zh
	}
	if r.missed != nil && text != "" {
		r.missed(text)
	}
	return text
}
