package fill

// dataBinding ties a content control to a node of a custom XML part or of the
// properties: Word shows the node's text (ECMA-376 part 1, 17.5.2.6).
type dataBinding struct {
	xpath    string
	store    string // the data store item's id; empty for any
	prefixes string // xmlns declarations for the xpath
}

// boundText is the stretch of a paragraph's text that a binding governs.
type boundText struct {
	binding  int // index into story.bindings
	from, to int // bytes in the paragraph's text
}

// control is an open content control.
type control struct {
	binding int        // index into storyReader.bindings; -1 for none
	in      *paragraph // the paragraph that it stands in; nil around paragraphs
	from    int
}

func (r *storyReader) startControl(el *element) {
	switch {
	case string(el.local) == "sdt":
		c := control{binding: -1}
		if len(r.open) > 0 {
			c.in, c.from = r.top(), len(r.top().text)
		}
		r.controls = append(r.controls, c)
	case string(el.local) == "dataBinding" && len(r.controls) > 0:
		b := dataBinding{}
		b.xpath, _ = r.sc.attr("xpath")
		b.store, _ = r.sc.attr("storeItemID")
		b.prefixes, _ = r.sc.attr("prefixMappings")
		r.controls[len(r.controls)-1].binding = len(r.bindings)
		r.bindings = append(r.bindings, b)
	}
}

// endControl notes the text of a bound control within a paragraph.
func (r *storyReader) endControl() {
	c := r.controls[len(r.controls)-1]
	r.controls = r.controls[:len(r.controls)-1]
	if c.binding >= 0 && c.in != nil && len(r.open) > 0 && c.in == r.top() {
		c.in.bound = append(c.in.bound, boundText{c.binding, c.from, len(c.in.text)})
	}
}

// bindParagraph notes the bound control around a whole paragraph.
func (r *storyReader) bindParagraph(p *paragraph) {
	for _, c := range r.controls {
		if c.binding >= 0 && c.in == nil && len(r.open) == 0 {
			p.bound = append(p.bound, boundText{c.binding, 0, len(p.text)})
		}
	}
}
