package fill

import "strings"

// characters takes text or CDATA of the text element that is open.
func (r *storyReader) characters(t token) {
	if n := len(r.fields); n > 0 && r.above(0).is(nsW, "instrText") {
		f := &r.fields[n-1]
		f.code = append(f.code, r.sc.data[t.start:min(t.end, t.start+256-min(len(f.code), 256))]...)
		return
	}
	if !r.live() || r.reading == 0 || r.depth() != r.reading && r.kind != storyProperties {
		return // what stands in another element within is no text, but for the values of keywords
	}
	p := r.top()
	if r.masked > 0 || r.inInstruction() {
		p.mask(r.sc.data[t.start:t.end])
		return
	}
	p.add(r.sc.data, t)
}

func (r *storyReader) inInstruction() bool {
	for i := range r.fields {
		if r.fields[i].instruction {
			return true
		}
	}
	return false
}

// add appends a token's characters to the text, with their places.
func (p *paragraph) add(data []byte, t token) {
	el := len(p.source.texts) - 1
	for i := t.start; i < t.end; {
		j := i
		for j < t.end && data[j] != '\r' && (data[j] != '&' || t.kind == tokenCDATA) {
			j++
		}
		if j > i {
			p.span(data[i:j], i, j-i, el, t.kind == tokenCDATA)
			i = j
			continue
		}
		n, char := 1, []byte("\n") // line ends are one character (XML 1.0, 2.11)
		if data[i] == '&' {
			var ref rune
			ref, n = readReference(data[i:t.end])
			char = []byte(string(ref))
		} else if i+1 < t.end && data[i+1] == '\n' {
			n = 2
		}
		p.span(char, i, n, el, t.kind == tokenCDATA)
		i += n
	}
}

func (p *paragraph) span(text []byte, xml, m, el int, cdata bool) {
	p.source.spans = append(p.source.spans, span{int32(len(p.text)), int32(len(text)), int32(xml), int32(m), int32(el), cdata})
	p.text = append(p.text, text...)
}

// mask takes characters that are not read as objects, so that those after
// them keep their places.
func (p *paragraph) mask(raw []byte) {
	for range strings.ToValidUTF8(string(decodeText(nil, raw)), "") {
		p.span([]byte(objectText), 0, 0, -1, false)
	}
}

// object appends one character for an element that shows.
func (r *storyReader) object(char string) {
	if r.live() {
		r.top().span([]byte(char), 0, 0, -1, false)
	}
}

// depth is the number of open elements.
func (r *storyReader) depth() int { return len(r.sc.stack) }

// beginText opens a text element in the innermost paragraph. One within another
// is none.
func (r *storyReader) beginText(el *element, d dialect) {
	if !r.live() || r.reading > 0 {
		return
	}
	space, has := r.sc.attrNamed(spaceName)
	src := &r.top().source
	t := textPlace{start: int32(el.start), tagEnd: int32(el.endOf), end: int32(el.endOf), run: -1,
		name: uint8(len(el.name)), dialect: d, preserve: space == "preserve", spaced: has && space != "preserve"}
	if d == dialectWord && !r.inRun() {
		t.dialect = dialectPlain // there is no run to hold a break
	}
	if n := len(r.runs); n > 0 && isRun(r.above(1), d) {
		t.run = int32(len(src.runs))
		src.runs = append(src.runs, r.runs[n-1])
	}
	src.texts = append(src.texts, t)
	r.reading = r.depth()
}

// spaceName is the attribute that keeps the outer blanks of a text element; XML
// reserves its prefix (XML 1.0, 2.10).
const spaceName = "xml:space"

// inRun tells whether the element just opened stands in a run of a document, be
// it as an alternative.
func (r *storyReader) inRun() bool {
	n := 1
	for r.above(n).ns == nsMC {
		n++
	}
	return r.above(n).is(nsW, "r")
}

// isRun tells whether an element is a run of text of the dialect.
func isRun(el *element, d dialect) bool {
	if d == dialectWord {
		return el.is(nsW, "r")
	}
	return el.is(nsA, "r") || el.is(nsA, "fld")
}

func (r *storyReader) endText(t token) {
	if r.reading == 0 || r.reading != r.depth()+1 {
		return
	}
	texts := r.top().source.texts
	texts[len(texts)-1].end = int32(t.start)
	r.reading = 0
}
