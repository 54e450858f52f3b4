package fill

import (
	"bytes"
	"cmp"
	"slices"
)

// edit is a stretch of a part's XML that a fill replaces.
type edit struct {
	from, to int
	el       *textElement
	cdata    bool
	field    int // the field whose value comes here; gone for none
	mark     string
}

// noField is the field of an edit that only takes characters away: the later
// pieces of a placeholder split over runs.
const noField = -1

// edits gives the edits of each story, in the order of their bytes.
func (p *Package) edits(fieldOf []int) [][]edit {
	out := make([][]edit, len(p.stories))
	for i, field := range fieldOf {
		if field < 0 {
			continue
		}
		for _, s := range p.sites[i] {
			for k, pc := range s.pieces {
				e := edit{pc.from, pc.to, pc.el, pc.cdata, field, p.placeholders[i].Text}
				if k > 0 {
					e.field = noField
				}
				out[s.story] = append(out[s.story], e)
			}
		}
	}
	for _, es := range out {
		slices.SortFunc(es, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	}
	return out
}

// edge is what comes first, or last, in a text element once it is filled.
type edge struct {
	fields []int // the values at the edge, outermost first
	blank  bool  // the fixed text behind them may begin (end) with a blank that was not outermost
}

// maybeBlank tells whether content that begins (ends) so may begin (end) with a
// blank: behind other markup, or written as a reference, there may be one.
func maybeBlank(content []byte, first bool) bool {
	switch {
	case len(content) == 0:
		return false
	case first:
		return isSpace(content[0]) || content[0] == '<' || bytes.HasPrefix(content, []byte("&#"))
	}
	last := content[len(content)-1]
	reference := last == ';' && bytes.Contains(content[max(0, len(content)-maxReference):], []byte("&#"))
	return isSpace(last) || reference || endsMarkup(content)
}

// endsMarkup tells whether content ends with a CDATA section, a comment or a
// processing instruction.
func endsMarkup(content []byte) bool {
	for _, end := range []string{"]]>", "-->", "?>"} {
		if bytes.HasSuffix(content, []byte(end)) {
			return true
		}
	}
	return false
}

// leadingEdge gives the first edge of the text element that edits fall into.
func leadingEdge(xml []byte, el *textElement, edits []edit) edge {
	var e edge
	at := el.tagEnd
	for _, ed := range edits {
		if ed.from != at {
			break
		}
		if at = ed.to; ed.field != noField {
			e.fields = append(e.fields, ed.field)
		}
	}
	if at > el.tagEnd || xml[at] == '<' {
		e.blank = maybeBlank(xml[at:el.end], true)
	}
	return e
}

// trailingEdge gives the last edge.
func trailingEdge(xml []byte, el *textElement, edits []edit) edge {
	var e edge
	at := el.end
	for _, ed := range slices.Backward(edits) {
		if ed.to != at {
			break
		}
		if at = ed.from; ed.field != noField {
			e.fields = append(e.fields, ed.field)
		}
	}
	if at < el.end || endsMarkup(xml[el.tagEnd:at]) {
		e.blank = maybeBlank(xml[el.tagEnd:at], false)
	}
	return e
}

// begins tells whether the edge begins with a blank.
func (e *edge) begins(text []string) bool {
	for _, f := range e.fields {
		if v := text[f]; v != "" {
			return isSpace(v[0])
		}
	}
	return e.blank
}

// ends tells whether the edge ends with a blank.
func (e *edge) ends(text []string) bool {
	for _, f := range e.fields {
		if v := text[f]; v != "" {
			return isSpace(v[len(v)-1])
		}
	}
	return e.blank
}
