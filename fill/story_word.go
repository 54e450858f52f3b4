package fill

import (
	"bytes"
	"strings"
)

// shown are the elements of a run that show, as the characters that stand for
// them (ECMA-376 part 1, 17.3.3).
var shown = map[string]string{
	"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n",
	"noBreakHyphen": "\u2011", "softHyphen": "\u00AD",
	"sym": objectText, "drawing": objectText, "pict": objectText, "object": objectText,
	"footnoteReference": objectText, "endnoteReference": objectText, "footnoteRef": objectText, "endnoteRef": objectText,
	"pgNum": objectText, "ruby": objectText, "contentPart": objectText,
}

func (r *storyReader) startWord(el *element) {
	up := r.above(1)
	if up.is(nsW, "r") || up.is(nsW, "rubyBase") || up.ns == nsMC {
		if char, ok := shown[string(el.local)]; ok && (up.ns == nsW || char != objectText && r.inRun()) {
			r.object(char) // alternatives hold the same object twice, and are not where it stands
		}
	}
	switch string(el.local) {
	case "p":
		r.openParagraph(wordParagraph)
	case "r":
		r.openRun(el)
	case "t":
		r.beginText(el, dialectWord)
	case "del", "moveFrom":
		r.hidden++
	case "rt":
		r.masked++
	case "fldChar":
		r.fieldChar()
	case "hyperlink":
		anchor, _ := r.sc.attr("anchor")
		r.anchors = append(r.anchors, anchor)
		r.leadTo(anchor)
	case "bookmarkStart":
		r.bookmark()
	case "pStyle", "outlineLvl", "jc":
		r.paragraphProperty(el, up)
	case "tbl", "tr", "tc", "gridBefore", "gridSpan", "vMerge":
		r.startTable(el)
	case "sdt", "sdtPr", "dataBinding":
		r.startControl(el)
	default:
		r.runProperty(el, up)
	}
}

func (r *storyReader) endWord(el *element, t token) {
	switch string(el.local) {
	case "p":
		if len(r.open) > 0 {
			r.closeParagraph()
		}
	case "r":
		r.runs = r.runs[:len(r.runs)-1]
	case "t":
		r.endText(t)
	case "del", "moveFrom":
		r.hidden--
	case "rt":
		r.masked--
	case "hyperlink":
		r.anchors = r.anchors[:len(r.anchors)-1]
	case "rPr":
		r.endRunProperties(t)
	case "tbl", "tr", "tc":
		r.endTable(el)
	case "sdt":
		r.endControl()
	}
}

// paragraphProperty takes what decides how a paragraph looks in an outline.
func (r *storyReader) paragraphProperty(el, up *element) {
	if !r.live() || !up.is(nsW, "pPr") || !r.above(2).is(nsW, "p") {
		return
	}
	p := r.top()
	val, _ := r.sc.attr("val")
	switch string(el.local) {
	case "pStyle":
		st := r.styles[val]
		p.level = st.level
		if p.align == "" {
			p.align = st.align
		}
	case "outlineLvl":
		p.level = outlineLevel(val)
	case "jc":
		p.align = val
	}
}

func (r *storyReader) openRun(el *element) {
	r.runs = append(r.runs, runPlace{start: int32(el.start), name: uint8(len(el.name))})
}

// runProperty notes where a run's properties lie, for the highlight of a
// placeholder that is kept.
func (r *storyReader) runProperty(el, up *element) {
	n := len(r.runs)
	if n == 0 {
		return
	}
	cur := &r.runs[n-1]
	switch {
	case string(el.local) == "rPr" && up.is(nsW, "r"):
		cur.propsFrom = int32(el.start)
		if el.empty {
			cur.props = int32(el.endOf)
		}
	case !up.is(nsW, "rPr") || !r.above(2).is(nsW, "r"):
	case string(el.local) == "highlight":
		cur.highlight = [2]int32{int32(el.start), int32(el.endOf)}
	case cur.highlightAt == 0 && afterHighlight[string(el.local)]:
		cur.highlightAt = int32(el.start)
	}
}

// afterHighlight are the run properties that follow w:highlight in the
// schema's order (ECMA-376 part 1, 17.3.2.28).
var afterHighlight = map[string]bool{
	"u": true, "effect": true, "bdr": true, "shd": true, "fitText": true, "vertAlign": true, "rtl": true, "cs": true,
	"em": true, "lang": true, "eastAsianLayout": true, "specVanish": true, "oMath": true, "rPrChange": true,
}

func (r *storyReader) endRunProperties(t token) {
	n := len(r.runs)
	if n == 0 || !r.above(0).is(nsW, "r") {
		return
	}
	cur := &r.runs[n-1]
	if cur.props = int32(t.end); cur.highlightAt == 0 {
		cur.highlightAt = int32(t.start)
	}
}

// fieldChar follows a complex field from its begin over its separator to its
// end.
func (r *storyReader) fieldChar() {
	kind, _ := r.sc.attr("fldCharType")
	n := len(r.fields)
	switch {
	case kind == "begin" && r.unclosed[r.above(0).start]:
	case kind == "begin":
		r.fields = append(r.fields, complexField{instruction: true, start: r.above(0).start})
	case n == 0:
	case kind == "separate":
		f := &r.fields[n-1]
		f.instruction = false
		words := bytes.Fields(f.code)
		f.toc = len(words) > 0 && strings.EqualFold(string(words[0]), "TOC")
		if len(words) > 1 && strings.EqualFold(string(words[0]), "PAGEREF") {
			r.leadTo(string(words[1]))
		}
	case kind == "end":
		r.fields = r.fields[:n-1]
	}
}

// leadTo notes the bookmark that a line of a table of contents leads to.
func (r *storyReader) leadTo(anchor string) {
	if !r.live() || anchor == "" {
		return
	}
	for i := range r.fields {
		if r.fields[i].toc {
			p := r.top()
			p.toc, p.anchor = true, anchor
		}
	}
}

// bookmark notes the bookmarks that Word makes for a table of contents.
func (r *storyReader) bookmark() {
	name, _ := r.sc.attr("name")
	if !bytes.HasPrefix([]byte(name), []byte("_Toc")) {
		return
	}
	if len(r.open) == 0 {
		r.bookmarks = append(r.bookmarks, name)
		return
	}
	p := r.top()
	p.bookmarks = append(p.bookmarks, name)
}
