package fill

import (
	"strings"
	"unicode/utf8"
)

// site is one place at which a placeholder stands. The first piece takes the
// value, the others vanish.
type site struct {
	story  int // index into Package.stories
	pieces []piece
}

func lower(s string) string { return strings.ToLower(s) }

// number finds the placeholders of all stories, numbers them in reading order
// and gives each the places at which it stands.
func (p *Package) number(set markSet) error {
	for _, st := range p.stories {
		for _, para := range st.paragraphs {
			para.marks = detect(string(para.text), set, para.alone())
		}
	}
	p.matchCopies()
	for si, st := range p.stories {
		for _, para := range st.paragraphs {
			if para.original != nil {
				continue
			}
			para.first = len(p.placeholders)
			p.addPlaceholders(si, para)
			if len(p.placeholders) > p.limits.Placeholders {
				return faultLimit("placeholders", st.part, -1, int64(p.limits.Placeholders))
			}
		}
	}
	p.addCopies()
	return nil
}

// alone tells whether the paragraph is the only text of a table cell.
func (p *paragraph) alone() bool { return p.cell != nil && p.cell.filled == 1 }

// addPlaceholders numbers the marks of a paragraph.
func (p *Package) addPlaceholders(si int, para *paragraph) {
	text := string(para.text)
	chars, counted := 0, 0
	var cut sentenceCutter
	for _, m := range para.marks {
		if m.verdict == refused {
			continue
		}
		chars, counted = chars+utf8.RuneCountInString(text[counted:m.start]), m.start
		before, after := cut.around(text, m.start, m.end)
		p.placeholders = append(p.placeholders, Placeholder{
			Number: len(p.placeholders) + 1, Part: p.stories[si].part, Paragraph: para.index,
			Start: chars, End: chars + utf8.RuneCountInString(text[m.start:m.end]),
			Text: text[m.start:m.end], Name: m.name, Year: m.year, Doubtful: m.rule,
			Before: before, After: after, Context: text, Offset: m.start,
			Heading: para.heading, Row: para.row, Column: para.column,
		})
		p.sites = append(p.sites, []site{{si, para.pieces(m.start, m.end)}})
	}
}

// addCopies gives the placeholders the places of their copies.
func (p *Package) addCopies() {
	for si, st := range p.stories {
		for _, para := range st.paragraphs {
			if para.original == nil {
				continue
			}
			for k, m := range para.found() {
				i := para.original.first + k
				p.sites[i] = append(p.sites[i], site{si, para.pieces(m.start, m.end)})
			}
		}
	}
}

// found are the marks that are placeholders.
func (p *paragraph) found() []mark {
	out := make([]mark, 0, len(p.marks))
	for _, m := range p.marks {
		if m.verdict != refused {
			out = append(out, m)
		}
	}
	return out
}
