package fill

import (
	"bytes"

	"reportfill/fill/reflate"
)

// splice is a package cut at its placeholders. Between the holes every byte is
// the draft's; parts without a hole are copied still compressed.
type splice struct {
	parts []splicedPart
	zip   zipPlan
}

// splicedPart is a part with holes, in its own encoding.
type splicedPart struct {
	story   *story
	holes   []hole
	program *reflate.Program
}

// hole is a place of a part at which a fill writes something.
type hole struct {
	field int          // the field whose value comes here; gone for the space hole of el
	el    *textElement // the text element that it lies in
	cdata bool         // it lies in a CDATA section
	mark  string       // the placeholder as it stands

	// A space hole stands at the end of el's start tag, or in the place of its
	// xml:space. It takes xml:space="preserve" where the filled text begins or
	// ends with a blank, or where a value divides the element.
	other       []byte // what it takes otherwise: the xml:space as it was
	lead, trail edge
	values      []int // the fields of all values in el
}

// reservePerHole is the number of bytes by which a part may grow for each of
// its holes before its matches have to be sought anew.
const reservePerHole = 24

// newSplice cuts the package at the placeholders whose field is not -1.
func newSplice(p *Package, fieldOf []int) *splice {
	s := &splice{}
	part := map[*entry]int{}
	for si, edits := range p.edits(fieldOf) {
		if len(edits) == 0 {
			continue
		}
		st := p.stories[si]
		chunks, holes := cut(st, edits)
		part[st.entry] = len(s.parts)
		s.parts = append(s.parts, splicedPart{st, holes, reflate.Compile(chunks, reservePerHole)})
	}
	s.zip = planZip(p.archive, part)
	return s
}

// cutter cuts one part into chunks and holes.
type cutter struct {
	st     *story
	at     int
	chunk  []byte
	chunks [][]byte
	holes  []hole
}

// cut gives the chunks of a part, and the holes between them.
func cut(st *story, edits []edit) ([][]byte, []hole) {
	c := &cutter{st: st, chunk: append([]byte(nil), st.enc.bom...)}
	for len(edits) > 0 {
		n := 1
		for n < len(edits) && edits[n].el == edits[0].el {
			n++
		}
		c.element(edits[:n])
		edits = edits[n:]
	}
	c.copyTo(len(st.xml))
	return append(c.chunks, c.chunk), c.holes
}

// copyTo copies the part's bytes up to a place.
func (c *cutter) copyTo(to int) {
	c.chunk = c.st.enc.append(c.chunk, c.st.xml[c.at:to])
	c.at = to
}

func (c *cutter) hole(h hole) {
	c.chunks = append(c.chunks, c.chunk)
	c.chunk = nil
	c.holes = append(c.holes, h)
}

// element cuts at the edits of one text element.
func (c *cutter) element(edits []edit) {
	el := edits[0].el
	if el.dialect == dialectWord && !el.preserve {
		c.space(el, edits)
	}
	for i, e := range edits {
		c.copyTo(e.from)
		c.at = e.to
		if e.field != noField {
			c.hole(hole{field: e.field, el: el, cdata: e.cdata, mark: e.mark})
		}
		next := el.end
		if i+1 < len(edits) {
			next = edits[i+1].from
		}
		c.closingBracket(e.cdata, next)
	}
}

// closingBracket escapes a > that a value, or what stands before it, could make
// the end of a "]]>", which text must not hold (XML 1.0, 2.4) and which ends a
// CDATA section.
func (c *cutter) closingBracket(cdata bool, next int) {
	text := c.st.xml[c.at:next]
	n := bytes.IndexByte(text, '>')
	if n < 0 || n > 1 || n == 1 && text[0] != ']' {
		return
	}
	c.copyTo(c.at + n)
	c.at++
	if cdata {
		c.chunk = c.st.enc.append(c.chunk, []byte(cdataBracket))
	} else {
		c.chunk = c.st.enc.append(c.chunk, []byte("&gt;"))
	}
}

const preserveSpace = ` xml:space="preserve"`

// space leaves room for xml:space in the element's start tag, or writes it
// where the blanks are certain.
func (c *cutter) space(el *textElement, edits []edit) {
	h := hole{field: noField, el: el, lead: leadingEdge(c.st.xml, el, edits), trail: trailingEdge(c.st.xml, el, edits)}
	for _, e := range edits {
		if e.field != noField {
			h.values = append(h.values, e.field)
		}
	}
	from, to := el.tagEnd-1, el.tagEnd-1
	if el.space[1] > 0 {
		from, to = el.space[0], el.space[1]
	}
	h.other = c.st.xml[from:to]
	c.copyTo(from)
	switch c.at = to; {
	case len(h.values) > 0:
		c.hole(h)
	case h.lead.blank || h.trail.blank:
		c.chunk = c.st.enc.append(c.chunk, []byte(preserveSpace))
	default:
		c.at = from
	}
}
