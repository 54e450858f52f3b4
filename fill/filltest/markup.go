package filltest

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Markup is XML of a story: blocks (P, Table), runs (T) or what stands around them.
type Markup string

// Join puts markup in a row.
func Join(ms ...Markup) Markup {
	var b strings.Builder
	for _, m := range ms {
		b.WriteString(string(m))
	}
	return Markup(b.String())
}

// P is a paragraph of runs.
func P(runs ...Markup) Markup { return "<w:p>" + Join(runs...) + "</w:p>" }

// Styled is a paragraph of a style, which Doc.Styles may describe.
func Styled(style string, runs ...Markup) Markup {
	return Markup(fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, escape(style), Join(runs...)))
}

// RightToLeft is a paragraph that is read from right to left, as its runs are.
func RightToLeft(texts ...string) Markup {
	var runs Markup
	for _, t := range texts {
		runs += Run("<w:rtl/>", t)
	}
	return "<w:p><w:pPr><w:bidi/></w:pPr>" + runs + "</w:p>"
}

// T is a run of text. A tab becomes w:tab, a line feed w:br, U+00AD
// w:softHyphen and U+2011 w:noBreakHyphen.
func T(text string) Markup { return Run("", text) }

// Bold is a bold run of text.
func Bold(text string) Markup { return Run("<w:b/>", text) }

// Run is a run of text with these run properties.
func Run(properties Markup, text string) Markup {
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	return "<w:r>" + properties + texts("w:t", text) + "</w:r>"
}

// Split is text with every character in a run of its own, every other one bold,
// and the same markup between each two.
func Split(text string, between Markup) Markup {
	var runs []string
	for i, r := range []rune(text) {
		run := T(string(r))
		if i%2 == 1 {
			run = Bold(string(r))
		}
		runs = append(runs, string(run))
	}
	return Markup(strings.Join(runs, string(between)))
}

// shown are the characters that are elements of a run.
var shown = map[rune]string{'\t': "<w:tab/>", '\n': "<w:br/>", 0x00AD: "<w:softHyphen/>", 0x2011: "<w:noBreakHyphen/>"}

// texts is text within a run, in elements of this name.
func texts(element, text string) Markup {
	var b strings.Builder
	for text != "" {
		n := strings.IndexFunc(text, func(r rune) bool { return shown[r] != "" })
		if n < 0 {
			n = len(text)
		}
		if plain := text[:n]; plain != "" {
			space := ""
			if strings.TrimSpace(plain) != plain {
				space = ` xml:space="preserve"`
			}
			fmt.Fprintf(&b, "<%s%s>%s</%[1]s>", element, space, escape(plain))
		}
		text = text[n:]
		for _, r := range text {
			b.WriteString(shown[r])
			text = text[len(string(r)):]
			break
		}
	}
	return Markup(b.String())
}

// escape writes text as XML needs it, quotation marks included.
func escape(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err)
	}
	return b.String()
}
