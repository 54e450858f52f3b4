package fill

import (
	"bytes"
	"strings"
)

// matchCopies tells each paragraph that repeats another which one that is: the
// second branch of alternatives, a line of a table of contents, the drawing of
// a diagram. Its placeholders are those of the original.
func (p *Package) matchCopies() {
	for _, st := range p.stories {
		st.matchAlternatives()
		st.matchContents()
	}
	p.matchDiagrams()
}

// matchAlternatives pairs the paragraphs of the second branches of
// mc:AlternateContent with those of the first: by their order, else by text.
func (st *story) matchAlternatives() {
	firsts := map[int][]*paragraph{}
	for _, para := range st.paragraphs {
		if para.copyOf == 0 {
			for _, id := range para.alts {
				firsts[id] = append(firsts[id], para)
			}
		}
	}
	place := map[int]int{}
	for _, para := range st.paragraphs {
		if para.copyOf == 0 {
			continue
		}
		mates, k := firsts[para.copyOf], place[para.copyOf]
		place[para.copyOf]++
		if k < len(mates) && bytes.Equal(mates[k].text, para.text) {
			para.original = mates[k]
		} else {
			para.original = sameText(mates, para)
		}
	}
}

// sameText finds a paragraph with the same text; nil if there is none.
func sameText(ps []*paragraph, p *paragraph) *paragraph {
	for _, q := range ps {
		if bytes.Equal(q.text, p.text) {
			return q
		}
	}
	return nil
}

// matchContents pairs the lines of a table of contents with the headings that
// they lead to.
func (st *story) matchContents() {
	headings := map[string]*paragraph{}
	for _, para := range st.paragraphs {
		for _, name := range para.bookmarks {
			headings[name] = para
		}
	}
	for _, para := range st.paragraphs {
		h := headings[para.anchor]
		if para.toc && h != nil && h != para && h.original == nil && sameMarks(para, h) &&
			strings.Contains(squeeze(para.text), squeeze(h.text)) {
			para.original = h
		}
	}
}

// sameMarks tells whether two paragraphs hold the same placeholders.
func sameMarks(a, b *paragraph) bool {
	x, y := a.marks, b.marks
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !bytes.Equal(a.text[x[i].start:x[i].end], b.text[y[i].start:y[i].end]) || x[i].verdict != y[i].verdict {
			return false
		}
	}
	return true
}

// squeeze is text without blanks.
func squeeze(text []byte) string { return strings.Join(strings.Fields(string(text)), "") }

// matchDiagrams pairs the paragraphs of a diagram's drawing, which older
// readers show, with those of its data.
func (p *Package) matchDiagrams() {
	data := map[string][]*paragraph{}
	for _, st := range p.stories {
		for _, para := range st.paragraphs {
			switch text := string(para.text); {
			case st.role == "diagramData":
				data[text] = append(data[text], para)
			case st.role == "diagramDrawing" && len(data[text]) > 0:
				para.original = data[text][0]
				if len(data[text]) > 1 {
					data[text] = data[text][1:]
				}
			}
		}
	}
}
