package fill

// startDrawing reads DrawingML text (ECMA-376 part 1, 21.1.2).
func (r *storyReader) startDrawing(el *element) {
	switch string(el.local) {
	case "p":
		r.openParagraph(otherParagraph)
	case "r", "fld":
		r.openRun(el)
	case "t":
		r.beginText(el, dialectDrawing)
	case "br":
		if r.above(1).is(nsA, "p") {
			r.object("\n")
		}
	case "rPr":
		if n := len(r.runs); n > 0 && isRun(r.above(1), dialectDrawing) {
			r.runs[n-1].propsFrom = int32(el.start)
		}
	}
}

func (r *storyReader) endDrawing(el *element, t token) {
	switch string(el.local) {
	case "p":
		if len(r.open) > 0 {
			r.closeParagraph()
		}
	case "r", "fld":
		r.runs = r.runs[:len(r.runs)-1]
	case "t":
		r.endText(t)
	case "rPr":
		if n := len(r.runs); n > 0 && isRun(r.above(0), dialectDrawing) {
			r.runs[n-1].props = int32(t.end)
		}
	}
}
