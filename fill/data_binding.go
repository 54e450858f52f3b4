package fill

import (
	"bytes"
	"strings"
)

// boundNode is a node that a content control shows, with the paragraph whose
// placeholders from mark first on stand in it too.
type boundNode struct {
	story int        // index into Package.stories
	text  *paragraph // the node as a paragraph
	para  *paragraph
	first int
	from  int // byte in para's text at which the control begins
}

// bindData finds the nodes of bound content controls that hold placeholders:
// Word shows the node's text, not the control's, when it opens the document
// (ECMA-376 part 1, 17.5.2.6). What shows a node that another control or a
// property shows already is a copy of that.
func (p *Package) bindData(opc *parts) ([]boundNode, error) {
	b := &dataBinder{Package: p, opc: opc}
	for _, st := range p.stories {
		for _, para := range st.paragraphs {
			for _, text := range para.bound {
				if para.original != nil || !para.anyIn(text) {
					continue
				}
				if err := b.bind(st.bindings[text.binding], para, text); err != nil {
					return nil, err
				}
			}
		}
	}
	return b.nodes, nil
}

// anyIn tells whether a placeholder stands in the bound text.
func (p *paragraph) anyIn(b boundText) bool {
	first, n := p.marksIn(b.from, b.to)
	return first >= 0 && n > 0
}

// marksIn gives the index of the first placeholder in a stretch of the text,
// and how many there are.
func (p *paragraph) marksIn(from, to int) (first, n int) {
	first = -1
	for k, m := range p.marks {
		if m.start >= from && m.end <= to {
			if n++; first < 0 {
				first = k
			}
		}
	}
	return first, n
}

// dataBinder finds the nodes of one package.
type dataBinder struct {
	*Package
	opc   *parts
	parts []dataPart // nil until they are asked for
	nodes []boundNode
}

// bind finds the node that a binding leads to, and notes it if its text is the
// control's.
func (b *dataBinder) bind(d dataBinding, para *paragraph, text boundText) (err error) {
	if b.parts == nil {
		if b.parts, err = b.dataParts(b.opc); err != nil {
			return err
		}
	}
	for _, part := range b.parts {
		if d.store != "" && part.id != strings.ToLower(d.store) {
			continue
		}
		si, err := b.dataStory(b.opc, part.part)
		if err != nil {
			return err
		}
		node, err := findNode(b.stories[si], d.xpath, b.limits.Depth)
		if err != nil {
			return err
		}
		if node != nil && bytes.Equal(node.text, para.text[text.from:text.to]) {
			first, _ := para.marksIn(text.from, text.to)
			b.add(boundNode{si, node, para, first, text.from})
			return nil
		}
	}
	return nil
}

// add notes a node. Who comes second to it is a copy, if all placeholders of
// its paragraph stand in the control; so is a property that is read itself.
func (b *dataBinder) add(n boundNode) {
	_, count := n.para.marksIn(n.from, n.from+len(n.text.text))
	for _, other := range b.nodes {
		if other.story != n.story || other.start() != n.start() {
			continue
		}
		if other.para != n.para && count == len(n.para.marks) {
			n.para.original, n.para.copyAt = other.para, other.first
		}
		return
	}
	b.nodes = append(b.nodes, n)
	if property := b.stories[n.story].paragraphAt(n.start()); property != nil && count == len(property.marks) {
		property.original, property.copyAt = n.para, n.first
	}
}

// start is the byte at which the node's content begins.
func (n *boundNode) start() int { return int(n.text.source.texts[0].tagEnd) }

// paragraphAt gives the paragraph with placeholders whose first one stands in the
// text element that begins at a byte; nil for none.
func (st *story) paragraphAt(start int) *paragraph {
	for _, para := range st.paragraphs {
		if len(para.places) > 0 && para.places[0][0].el.tagEnd == start {
			return para
		}
	}
	return nil
}

// addNodes gives the placeholders of bound controls their places in the nodes.
func (p *Package) addNodes(nodes []boundNode) {
	for _, n := range nodes {
		st := p.stories[n.story]
		if st.paragraphAt(n.start()) != nil {
			continue // it is read itself
		}
		l := locator{xml: st.xml, src: &n.text.source}
		for k, m := range n.para.marks {
			if from := m.start - n.from; from >= 0 && m.end-n.from <= len(n.text.text) {
				i := n.para.firstOfOriginal() + k
				p.sites[i] = append(p.sites[i], site{n.story, l.pieces(from, m.end-n.from)})
			}
		}
	}
}
