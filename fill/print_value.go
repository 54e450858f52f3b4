package fill

import (
	"bytes"
	"strings"
)

// printed is what one fill puts into the holes: by field index, the text, how
// much of XML's grammar it touches, and whether its mark is kept instead.
type printed struct {
	text  []string
	plain []bool // the text needs no escape and has no break: it is its own XML
	keep  []bool // the placeholder stays, highlighted
}

// isVerbatim tells whether a text can stand in XML as it is, on one line.
func isVerbatim(text string) bool { return !strings.ContainsAny(text, "&<>\r\n\t") }

// divides tells whether a value ends its text element and begins another.
func (pr *printed) divides(f int) bool {
	return pr.keep[f] || !pr.plain[f] && strings.ContainsAny(pr.text[f], "\n\t")
}

// appendHole appends what a hole takes, in UTF-8.
func (h *hole) append(dst []byte, st *story, pr *printed) []byte {
	switch {
	case h.field == gone:
		if h.needsSpace(pr) {
			dst = append(dst, preserveSpace...)
		}
		return dst
	case pr.keep[h.field]:
		return h.appendKept(dst, st)
	case pr.plain[h.field]:
		return append(dst, pr.text[h.field]...)
	}
	return h.appendLines(dst, st, pr.text[h.field])
}

// needsSpace tells whether the space hole takes xml:space.
func (h *hole) needsSpace(pr *printed) bool {
	if h.lead.begins(pr.text) || h.trail.ends(pr.text) {
		return true
	}
	for _, f := range h.values {
		if pr.divides(f) {
			return true
		}
	}
	return false
}

// appendLines appends a text with its breaks and tabs as elements.
func (h *hole) appendLines(dst []byte, st *story, text string) []byte {
	if h.el.dialect == dialectPlain {
		return h.escape(dst, text)
	}
	breaks := "\n\t"
	if h.el.dialect == dialectDrawing {
		breaks = "\n" // a tab is a character of a:t
	}
	for {
		i := strings.IndexAny(text, breaks)
		if i < 0 {
			return h.escape(dst, text)
		}
		dst = h.escape(dst, text[:i])
		n := 1
		for i+n < len(text) && strings.IndexByte(breaks, text[i+n]) >= 0 {
			n++
		}
		dst = h.appendBreaks(dst, st, text[i:i+n])
		text = text[i+n:]
	}
}

// escape appends characters as the hole's surroundings demand.
func (h *hole) escape(dst []byte, text string) []byte {
	if h.cdata {
		return append(dst, strings.ReplaceAll(text, "]]>", "]]]]><![CDATA[>")...)
	}
	return escapeText(dst, text)
}

// appendBreaks ends the text element, appends breaks and tabs, and begins the
// element anew.
func (h *hole) appendBreaks(dst []byte, st *story, breaks string) []byte {
	prefix := strings.TrimSuffix(h.el.name, "t")
	dst = h.appendClose(dst)
	if h.el.dialect == dialectDrawing {
		return h.appendDrawingBreaks(dst, st, prefix, len(breaks))
	}
	for _, b := range breaks {
		dst = append(append(dst, '<'), prefix...)
		if b == '\t' {
			dst = append(dst, "tab/>"...)
		} else {
			dst = append(dst, "br/>"...)
		}
	}
	return h.appendOpen(dst)
}

// appendDrawingBreaks writes a:br, which stands between runs (ECMA-376 part 1,
// 21.1.2.2.1), each with the properties of the run.
func (h *hole) appendDrawingBreaks(dst []byte, st *story, prefix string, n int) []byte {
	props := st.xml[h.el.run.propsFrom:h.el.run.props]
	dst = append(append(append(dst, "</"...), h.el.run.name...), '>')
	for range n {
		dst = append(append(append(dst, '<'), prefix...), "br>"...)
		dst = append(dst, props...)
		dst = append(append(append(dst, "</"...), prefix...), "br>"...)
	}
	dst = append(append(append(dst, '<'), prefix...), "r>"...)
	return h.appendOpen(append(dst, props...))
}

func (h *hole) appendClose(dst []byte) []byte {
	if h.cdata {
		dst = append(dst, "]]>"...)
	}
	return append(append(append(dst, "</"...), h.el.name...), '>')
}

func (h *hole) appendOpen(dst []byte) []byte {
	dst = append(append(dst, '<'), h.el.name...)
	if h.el.dialect == dialectWord {
		dst = append(dst, preserveSpace...)
	}
	dst = append(dst, '>')
	if h.cdata {
		dst = append(dst, "<![CDATA["...)
	}
	return dst
}

// appendKept leaves the mark, in a run of its own that is highlighted.
func (h *hole) appendKept(dst []byte, st *story) []byte {
	if h.el.dialect != dialectWord || h.el.run.name == "" {
		return h.escape(dst, h.mark)
	}
	run := &h.el.run
	prefix := strings.TrimSuffix(h.el.name, "t")
	open := append(append([]byte("<"), run.name...), '>')
	close := append(append([]byte("</"), run.name...), '>')

	dst = append(append(h.appendClose(dst), close...), open...)
	dst = appendHighlighted(dst, st.xml, run, prefix)
	dst = h.escape(h.appendOpen(dst), h.mark)
	dst = append(append(h.appendClose(dst), close...), open...)
	dst = append(dst, st.xml[run.propsFrom:run.props]...)
	return h.appendOpen(dst)
}

// appendHighlighted appends the run's properties with a yellow highlight at
// the place that the schema gives it.
func appendHighlighted(dst, xml []byte, r *run, prefix string) []byte {
	mark := []byte("<" + prefix + `highlight ` + prefix + `val="yellow"/>`)
	if prefix == "" { // the attribute has no prefix to be written with
		return append(dst, xml[r.propsFrom:r.props]...)
	}
	props := xml[r.propsFrom:r.props]
	switch {
	case len(props) == 0 || bytes.HasSuffix(props, []byte("/>")):
		dst = append(append(append(dst, '<'), prefix...), "rPr>"...)
		dst = append(dst, mark...)
		return append(append(append(dst, "</"...), prefix...), "rPr>"...)
	case r.highlight[1] > 0:
		dst = append(append(dst, xml[r.propsFrom:r.highlight[0]]...), mark...)
		return append(dst, xml[r.highlight[1]:r.props]...)
	}
	dst = append(append(dst, xml[r.propsFrom:r.highlightAt]...), mark...)
	return append(dst, xml[r.highlightAt:r.props]...)
}
