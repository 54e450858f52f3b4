package fill

import "bytes"

// appendKept leaves the mark, in a run of its own that is highlighted.
func (h *hole) appendKept(dst []byte, st *story) []byte {
	run := &h.el.run
	if h.el.dialect != dialectWord || run.name == "" {
		return h.escape(dst, h.mark)
	}
	dst = append(run.appendClose(h.appendClose(dst)), run.tag...)
	dst = h.appendHighlighted(dst, st.xml)
	dst = h.escape(h.appendOpen(dst), h.mark)
	dst = append(run.appendClose(h.appendClose(dst)), run.tag...)
	dst = append(dst, st.xml[run.propsFrom:run.props]...)
	return h.appendOpen(dst)
}

// appendHighlighted appends the run's properties with a yellow highlight at
// the place that the schema gives it.
func (h *hole) appendHighlighted(dst, xml []byte) []byte {
	r, mark := &h.el.run, h.highlight(xml)
	props := xml[r.propsFrom:r.props]
	switch {
	case len(props) == 0 || bytes.HasSuffix(props, []byte("/>")):
		dst = append(append(append(dst, '<'), h.prefix()...), "rPr>"...)
		dst = append(dst, mark...)
		return append(append(append(dst, "</"...), h.prefix()...), "rPr>"...)
	case r.highlight[1] > 0:
		dst = append(append(dst, xml[r.propsFrom:r.highlight[0]]...), mark...)
		return append(dst, xml[r.highlight[1]:r.props]...)
	}
	dst = append(append(dst, xml[r.propsFrom:r.highlightAt]...), mark...)
	return append(dst, xml[r.highlightAt:r.props]...)
}

const (
	transitionalWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strictWord       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// highlight is a yellow highlight. Its attribute needs a prefix, which a part
// that has made the namespace its default one may lack.
func (h *hole) highlight(xml []byte) string {
	prefix := h.prefix()
	if prefix != "" {
		return "<" + prefix + `highlight ` + prefix + `val="yellow"/>`
	}
	uri := transitionalWord
	if bytes.Contains(xml, []byte(strictWord)) {
		uri = strictWord
	}
	return `<highlight xmlns:w="` + uri + `" w:val="yellow"/>`
}
