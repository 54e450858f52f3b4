package fill

import (
	"slices"
)

// startDrawing reads DrawingML text (ECMA-376 part 1, 21.1.2).
func (r *storyReader) startDrawing(el *element) {
	switch string(el.local) {
	case "p":
		r.openParagraph(1)
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

// labelPoints are the elements whose points are labels: cached or given text,
// one level of several (ECMA-376 part 1, 21.2.2), labels taken from cells.
var labelPoints = []string{"strCache", "strLit", "lvl", "dlblRangeCache"}

// startChart reads a chart's labels and the names of its series: each is a
// paragraph.
func (r *storyReader) startChart(el *element) {
	if !el.is(nsC, "v") || r.label > 0 {
		return
	}
	up := r.above(1)
	if up.is(nsC, "tx") || up.is(nsC, "pt") && slices.Contains(labelPoints, string(r.above(2).local)) {
		r.label = r.depth()
		r.openParagraph(1)
		r.beginText(el, dialectPlain)
	}
}

// properties are those of the document that are read (ECMA-376 part 2, 8.3).
var properties = []string{"title", "subject", "keywords"}

func (r *storyReader) startProperty(el *element) {
	if r.kind == storyProperties && slices.Contains(properties, string(el.local)) {
		r.openParagraph(1)
		r.beginText(el, dialectPlain)
	}
}

// endPlain ends what startChart and startProperty began.
func (r *storyReader) endPlain(el *element, t token) {
	switch {
	case el.is(nsC, "v") && r.label == r.depth()+1,
		el.ns != nsC && r.kind == storyProperties && slices.Contains(properties, string(el.local)):
		r.label = 0
		r.endText(t)
		r.closeParagraph()
	}
}

// startAlternative follows mc:AlternateContent: its first branch is read, the
// others are copies of it.
func (r *storyReader) startAlternative(el *element) {
	switch string(el.local) {
	case "AlternateContent":
		r.altCount++
		r.alts = append(r.alts, alternatives{id: r.altCount})
	case "Choice", "Fallback":
		copyOf := 0
		if n := len(r.alts); n > 0 {
			if r.alts[n-1].seen {
				copyOf = r.alts[n-1].id
			}
			r.alts[n-1].seen = true
		}
		r.copies = append(r.copies, copyOf)
	}
}

func (r *storyReader) endAlternative(el *element) {
	switch string(el.local) {
	case "AlternateContent":
		r.alts = r.alts[:len(r.alts)-1]
	case "Choice", "Fallback":
		r.copies = r.copies[:len(r.copies)-1]
	}
}

func sortByOrder(ps []*paragraph) []*paragraph {
	slices.SortFunc(ps, func(a, b *paragraph) int { return a.order - b.order })
	return ps
}
