package fill

import "strings"

// printed is what one fill puts into the holes: by field index, the text, how
// much of XML's grammar it touches, and whether its mark is kept instead.
type printed struct {
	text  []string
	plain []bool // the text needs no escape and has no break: it is its own XML
	keep  []bool // the placeholder stays, highlighted
}

// special are the characters that XML, or a line of a document, writes otherwise.
var special = [256]bool{'&': true, '<': true, '>': true, '\r': true, '\n': true, '\t': true}

// isVerbatim tells whether a text can stand in XML as it is, on one line. Most are
// figures of a few bytes, for which a general search takes longer to begin.
func isVerbatim(text string) bool {
	for i := range len(text) {
		if special[text[i]] {
			return false
		}
	}
	return true
}

// divides tells whether a value ends its text element and begins another.
func (pr *printed) divides(f int) bool {
	return pr.keep[f] || !pr.plain[f] && strings.ContainsAny(pr.text[f], "\n\t")
}

// appendHole appends what a hole takes, in UTF-8.
func (h *hole) append(dst []byte, st *story, pr *printed) []byte {
	switch {
	case h.field == noField:
		if h.needsSpace(pr) {
			return append(dst, preserveSpace...)
		}
		return append(dst, h.other...)
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
	if h.el.dialect == dialectPlain || h.el.dialect == dialectDrawing && h.el.run.name == "" {
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

// cdataBracket is a > within a CDATA section that nothing before it can make
// the section's end.
const cdataBracket = "]]><![CDATA[>"

// escape appends characters as the hole's surroundings demand.
func (h *hole) escape(dst []byte, text string) []byte {
	if h.cdata {
		return append(dst, strings.ReplaceAll(text, ">", cdataBracket)...)
	}
	return escapeText(dst, text)
}

// appendBreaks ends the text element, appends breaks and tabs, and begins the
// element anew.
func (h *hole) appendBreaks(dst []byte, st *story, breaks string) []byte {
	dst = h.appendClose(dst)
	if h.el.dialect == dialectDrawing {
		return h.appendDrawingBreaks(dst, st, len(breaks))
	}
	for _, b := range breaks {
		dst = append(append(dst, '<'), h.prefix()...)
		if b == '\t' {
			dst = append(dst, "tab/>"...)
		} else {
			dst = append(dst, "br/>"...)
		}
	}
	return h.appendOpen(dst)
}

// prefix is the prefix, with its colon, of elements beside the text element:
// that of its run, for the text element may declare its own.
func (h *hole) prefix() string {
	name := h.el.run.name
	if name == "" {
		name = h.el.name
	}
	return name[:strings.IndexByte(name, ':')+1]
}

// appendDrawingBreaks writes a:br, which stands between runs (ECMA-376 part 1,
// 21.1.2.2.1), each with the properties of the run.
func (h *hole) appendDrawingBreaks(dst []byte, st *story, n int) []byte {
	run := &h.el.run
	props := st.xml[run.propsFrom:run.props]
	dst = run.appendClose(dst)
	for range n {
		dst = append(append(append(dst, '<'), h.prefix()...), "br>"...)
		dst = append(dst, props...)
		dst = append(append(append(dst, "</"...), h.prefix()...), "br>"...)
	}
	return h.appendOpen(append(append(dst, run.tag...), props...))
}

func (r *run) appendClose(dst []byte) []byte {
	return append(append(append(dst, "</"...), r.name...), '>')
}

func (h *hole) appendClose(dst []byte) []byte {
	if h.cdata {
		dst = append(dst, "]]>"...)
	}
	return append(append(append(dst, "</"...), h.el.name...), '>')
}

// appendOpen begins the text element anew, as it is written.
func (h *hole) appendOpen(dst []byte) []byte {
	dst = append(dst, h.el.tag[:len(h.el.tag)-1]...)
	if h.el.dialect == dialectWord && !h.el.preserve {
		dst = append(dst, preserveSpace...)
	}
	dst = append(dst, '>')
	if h.cdata {
		dst = append(dst, "<![CDATA["...)
	}
	return dst
}
