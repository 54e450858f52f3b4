package fill

import (
	"strings"
	"unicode"
)

// Title is what the draft calls itself: its first title paragraph, without the
// placeholders that are certain. Empty where no paragraph is a title, or nothing
// but placeholders stands in it.
func (p *Package) Title() (string, error) {
	ps, err := p.Paragraphs()
	if err != nil {
		return "", err
	}
	for _, para := range ps {
		if para.Level < 0 && para.Role == documentRole {
			return p.unmarked(para), nil
		}
	}
	return "", nil
}

// documentRole is the role of the main document's story.
const documentRole = "officeDocument"

// unmarked is the text of a paragraph on one line, without its placeholders; what
// is no text, as a picture, is left out too.
func (p *Package) unmarked(para Paragraph) string {
	placeholders := p.Placeholders()
	var s strings.Builder
	from := 0
	for _, m := range para.Marks {
		if placeholders[m.Number-1].Doubtful == "" {
			s.WriteString(para.Text[from:m.From])
			from = m.To
		}
	}
	s.WriteString(para.Text[from:])
	text := strings.Map(func(r rune) rune {
		if r == '\uFFFC' {
			return -1
		}
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s.String())
	return strings.Join(strings.Fields(text), " ")
}
