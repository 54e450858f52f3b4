package fill

import "slices"

// source tells where each byte of a paragraph's text stands in the part's XML.
// It is compact: a paragraph may have a million runs.
type source struct {
	spans []span // in the order of the text
	texts []textPlace
	runs  []runPlace
}

// span maps a stretch of text to its XML.
type span struct {
	at, n  int32 // bytes in the paragraph's text
	xml, m int32 // bytes in the part; n = m unless it is a character reference
	text   int32 // index into source.texts; -1 for tabs, breaks and objects
	cdata  bool
}

// textPlace is where a text element stands.
type textPlace struct {
	start    int32 // of its start tag
	tagEnd   int32
	end      int32 // of its content
	run      int32 // index into source.runs; -1 for none
	name     uint8 // bytes of its name
	dialect  dialect
	preserve bool // xml:space="preserve"
	spaced   bool // xml:space of another value
}

// runPlace is where a run and its properties stand; 0 where there are none.
type runPlace struct {
	start            int32
	propsFrom, props int32
	highlightAt      int32
	highlight        [2]int32
	name             uint8 // bytes of its name
}

func (s *source) reset() source {
	return source{spans: s.spans[:0], texts: s.texts[:0], runs: s.runs[:0]}
}

// at finds the span that holds the byte of text.
func (s *source) at(i int) int {
	lo, hi := 0, len(s.spans)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(s.spans[mid].at+s.spans[mid].n) <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// piece is a stretch of a part's XML within one text element.
type piece struct {
	from, to int
	el       *textElement
	cdata    bool
}

// locator gives the pieces of the marks of one paragraph, in ascending order.
// Marks in the same text element share it.
type locator struct {
	xml  []byte
	src  *source
	last int32 // the text element made last
	el   *textElement
}

// pieces gives the XML of the text from i to j, cut where the text element
// changes or other markup stands between.
func (l *locator) pieces(i, j int) []piece {
	var out []piece
	for k := l.src.at(i); k < len(l.src.spans) && int(l.src.spans[k].at) < j; k++ {
		s := l.src.spans[k]
		if s.text < 0 {
			continue
		}
		from, to := int(s.xml), int(s.xml+s.m)
		if s.n == s.m {
			from, to = int(s.xml)+max(0, i-int(s.at)), int(s.xml)+min(int(s.n), j-int(s.at))
		}
		el := l.element(s.text)
		if last := len(out) - 1; last >= 0 && out[last].to == from && out[last].el == el {
			out[last].to = to
			continue
		}
		out = append(out, piece{from, to, el, s.cdata})
	}
	return out
}

// element gives a text element by its index in the source.
func (l *locator) element(i int32) *textElement {
	if l.el != nil && l.last == i {
		return l.el
	}
	t := l.src.texts[i]
	l.last, l.el = i, &textElement{dialect: t.dialect, name: nameAt(l.xml, t.start, t.name), tag: l.xml[t.start:t.tagEnd],
		tagEnd: int(t.tagEnd), end: int(t.end), preserve: t.preserve}
	if t.spaced {
		from, to := attributeAt(l.xml, int(t.start), spaceName)
		l.el.space, l.el.tag = [2]int{from, to}, slices.Concat(l.xml[t.start:from], l.xml[to:t.tagEnd])
	}
	if t.run >= 0 {
		r := l.src.runs[t.run]
		end, _ := attributeAt(l.xml, int(r.start), "")
		l.el.run = run{name: nameAt(l.xml, r.start, r.name), tag: l.xml[r.start : end+1],
			propsFrom: int(r.propsFrom), props: int(r.props),
			highlightAt: int(r.highlightAt), highlight: [2]int{int(r.highlight[0]), int(r.highlight[1])}}
	}
	return l.el
}

// attributeAt finds an attribute, with the blank before it, in the start tag at
// a byte; where it is not there, both ends are at the end of the tag's content.
func attributeAt(xml []byte, start int, name string) (from, to int) {
	s := scanner{data: xml}
	i := s.scanName(start + 1)
	for {
		j := s.skipSpace(i)
		if xml[j] == '>' || xml[j] == '/' {
			return j, j
		}
		end, err := s.attribute(j)
		if err != nil {
			return j, j
		}
		if string(s.attrs[len(s.attrs)-1].name) == name {
			return i, end
		}
		i = end
	}
}

// nameAt is the name of the tag that starts at a byte.
func nameAt(xml []byte, start int32, n uint8) string {
	return string(xml[start+1 : start+1+int32(n)])
}

// locate finds the places of the paragraph's placeholders and lets its source
// go.
func (p *paragraph) locate(xml []byte) {
	l := locator{xml: xml, src: &p.source}
	for _, m := range p.marks {
		p.places = append(p.places, l.pieces(m.start, m.end))
	}
	p.source = source{}
}
