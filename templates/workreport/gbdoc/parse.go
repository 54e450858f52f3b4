package gbdoc

import (
	"errors"
	"fmt"
	"strings"
)

// A Paragraph is one line of the text.
type Paragraph struct {
	Style string // style id in parts/word/styles.xml
	Spans []Span
}

// A Span is a stretch of a paragraph in one weight.
type Span struct {
	Text string
	Bold bool
}

// levels are the marks that open a line, the longest first.
var levels = []struct{ mark, style string }{
	{"#### ", "Heading3"},
	{"### ", "Heading2"},
	{"## ", "Heading1"},
	{"# ", "Title"},
}

// Parse reads the text. A line is a paragraph and an empty line is nothing;
// "# " opens the title, "## ", "### " and "#### " the heading levels, and
// "**" encloses bold text. An error names the line.
func Parse(text string) ([]Paragraph, error) {
	var ps []Paragraph
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		p, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		ps = append(ps, p)
	}
	return ps, nil
}

func parseLine(line string) (Paragraph, error) {
	p := Paragraph{Style: "BodyText"}
	for _, l := range levels {
		if rest, ok := strings.CutPrefix(line, l.mark); ok {
			p.Style, line = l.style, rest
			break
		}
	}
	pieces := strings.Split(line, "**")
	if len(pieces)%2 == 0 {
		return p, errors.New(`"**" opens bold text that no "**" closes`)
	}
	for i, s := range pieces {
		if s != "" {
			p.Spans = append(p.Spans, Span{Text: s, Bold: i%2 == 1})
		}
	}
	if strings.HasPrefix(line, "#") || len(p.Spans) == 0 {
		return p, errors.New(`want "# ", "## ", "### " or "#### " and a text`)
	}
	return p, nil
}
