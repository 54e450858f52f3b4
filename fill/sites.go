package fill

import (
	"unicode/utf8"
)

// site is one place at which a placeholder stands. The first piece takes the
// value, the others vanish.
type site struct {
	story  int // index into Package.stories
	pieces []piece
}

// number numbers the placeholders of all stories in reading order and gives
// each the places at which it stands.
func (p *Package) number() {
	for si, st := range p.stories {
		for _, para := range st.paragraphs {
			if para.original != nil {
				continue
			}
			para.first = len(p.placeholders)
			p.addPlaceholders(si, para)
		}
	}
	p.addCopies()
}

// alone tells whether the paragraph is the only text of a table cell.
func (p *paragraph) alone() bool { return p.cell != nil && p.cell.filled == 1 }

// addPlaceholders numbers the marks of a paragraph.
func (p *Package) addPlaceholders(si int, para *paragraph) {
	text := string(para.text)
	chars, counted := 0, 0
	var cut sentenceCutter
	for k, m := range para.marks {
		chars, counted = chars+utf8.RuneCountInString(text[counted:m.start]), m.start
		before, after := cut.around(text, m.start, m.end)
		p.placeholders = append(p.placeholders, Placeholder{
			Number: len(p.placeholders) + 1, Part: p.stories[si].part, Paragraph: para.index,
			Start: chars, End: chars + utf8.RuneCountInString(text[m.start:m.end]),
			Text: text[m.start:m.end], Name: m.name, Year: m.year, Doubtful: m.rule,
			Before: before, After: after, Context: text, Offset: m.start,
			Heading: para.heading, Row: para.row, Column: para.column, Unit: para.unit,
		})
		p.sites = append(p.sites, []site{{si, para.places[k]}})
	}
}

// firstOfOriginal is the index of the placeholder that the copy's first mark
// repeats. A copy may repeat a copy.
func (p *paragraph) firstOfOriginal() int {
	at := 0
	for p.original != nil {
		at += p.copyAt
		p = p.original
	}
	return p.first + at
}

// addCopies gives the placeholders the places of their copies.
func (p *Package) addCopies() {
	for si, st := range p.stories {
		for _, para := range st.paragraphs {
			if para.original == nil {
				continue
			}
			first := para.firstOfOriginal()
			for k, pieces := range para.places {
				i := first + k
				p.sites[i] = append(p.sites[i], site{si, pieces})
			}
		}
	}
}
