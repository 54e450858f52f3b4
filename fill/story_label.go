package fill

import "slices"

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
		r.openParagraph(otherParagraph)
		r.beginText(el, dialectPlain)
	}
}

// properties are those of the document that are read (ECMA-376 part 2, 8.3).
var properties = []string{"title", "subject", "keywords"}

func (r *storyReader) startProperty(el *element) {
	if r.kind == storyProperties && slices.Contains(properties, string(el.local)) {
		r.openParagraph(otherParagraph)
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
