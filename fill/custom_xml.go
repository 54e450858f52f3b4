package fill

import (
	"bytes"
	"strconv"
	"strings"
)

// bindData adds to the placeholders of bound content controls their place in
// the custom XML part: Word shows the node's text, not the control's, when it
// opens the document (ECMA-376 part 1, 17.5.2.6).
func (p *Package) bindData(opc *parts) error {
	var stores map[string]string
	for _, st := range p.stories {
		for _, para := range st.paragraphs {
			for _, b := range para.bound {
				if !para.anyIn(b) {
					continue
				}
				if stores == nil {
					var err error
					if stores, err = p.dataStores(opc); err != nil {
						return err
					}
				}
				if err := p.bindText(opc, stores, st.bindings[b.binding], para, b); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// anyIn tells whether a placeholder stands in the bound text.
func (p *paragraph) anyIn(b boundText) bool {
	for _, m := range p.marks {
		if m.start >= b.from && m.end <= b.to {
			return true
		}
	}
	return false
}

// dataStores gives the custom XML parts by data store item id, lower-case
// (ECMA-376 part 1, 15.2.5 and 15.2.6).
func (p *Package) dataStores(opc *parts) (map[string]string, error) {
	stores := map[string]string{}
	rels, err := opc.relationships(p.refs[0].part)
	if err != nil {
		return nil, err
	}
	for _, r := range rels {
		if r.kind == "customXml" && !r.external && opc.has(r.target) {
			if err := opc.dataStore(r.target, stores); err != nil {
				return nil, err
			}
		}
	}
	return stores, nil
}

// dataStore notes the id that a custom XML part's properties give it.
func (p *parts) dataStore(part string, stores map[string]string) error {
	rels, err := p.relationships(part)
	if err != nil {
		return err
	}
	for _, r := range rels {
		if r.kind != "customXmlProps" || !p.has(r.target) {
			continue
		}
		err := p.scan(r.target, func(s *scanner) {
			if s.last.is(nsDS, "datastoreItem") {
				id, _ := s.attr("itemID")
				stores[lower(id)] = p.name(part)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// bindText finds the bound node; if its text is the control's, the
// placeholders of the control stand there too.
func (p *Package) bindText(opc *parts, stores map[string]string, d dataBinding, para *paragraph, b boundText) error {
	part, ok := stores[lower(d.store)]
	if !ok {
		return nil
	}
	si, err := p.dataStory(opc, part)
	if err != nil {
		return err
	}
	st := p.stories[si]
	node, err := findNode(st, d.xpath, p.limits.Depth)
	if err != nil || node == nil || !bytes.Equal(node.text, para.text[b.from:b.to]) {
		return err
	}
	l := locator{xml: st.xml, src: &node.source}
	for k, m := range para.marks {
		if m.start >= b.from && m.end <= b.to {
			i := para.first + k
			p.sites[i] = append(p.sites[i], site{si, l.pieces(m.start-b.from, m.end-b.from)})
		}
	}
	return nil
}

// dataStory gives the custom XML part as a story, read once.
func (p *Package) dataStory(opc *parts, part string) (int, error) {
	for i, st := range p.stories {
		if st.part == part {
			return i, nil
		}
	}
	none := func(*paragraph) bool { return false }
	st, err := p.readStory(opc, storyRef{part, storyDrawing, "customXml"}, none)
	p.stories = append(p.stories, st)
	return len(p.stories) - 1, err
}

// step is one step of a binding's XPath: a child element by local name and
// place among its namesakes.
type step struct {
	local string
	place int
}

// parseSteps reads the XPath that Word writes for bindings:
// /ns0:root[1]/ns0:name[1]. Others are not followed.
func parseSteps(xpath string) []step {
	var steps []step
	for s := range strings.SplitSeq(strings.TrimPrefix(xpath, "/"), "/") {
		name, predicate, has := strings.Cut(s, "[")
		place := 1
		if has {
			n, err := strconv.Atoi(strings.TrimSuffix(predicate, "]"))
			if err != nil {
				return nil
			}
			place = n
		}
		if name == "" || strings.ContainsAny(name, "@()*") {
			return nil
		}
		steps = append(steps, step{name[strings.LastIndexByte(name, ':')+1:], place})
	}
	return steps
}

// nodeFinder walks a custom XML part along the steps of a binding.
type nodeFinder struct {
	steps []step
	met   []int // namesakes met at each step
	gone  int   // steps that the open elements have gone
	node  *paragraph
}

// findNode reads the text of the element that the XPath leads to; nil where
// there is none or where it holds more than text.
func findNode(st *story, xpath string, depth int) (*paragraph, error) {
	f := &nodeFinder{steps: parseSteps(xpath)}
	f.met = make([]int, len(f.steps)+1)
	s := newScanner(st.part, st.xml, depth)
	for {
		t, err := s.next()
		if err != nil || t.kind == tokenEOF {
			return nil, err
		}
		switch t.kind {
		case tokenStart:
			if f.node != nil {
				return nil, nil
			}
			f.enter(s.parent(), len(s.stack))
		case tokenEnd:
			if f.node != nil {
				f.node.source.texts[0].end = int32(t.start)
				return f.node, nil
			}
			f.gone = min(f.gone, len(s.stack))
		case tokenText, tokenCDATA:
			if f.node != nil {
				f.node.add(s.data, t)
			}
		}
	}
}

// enter takes a step if the element is the one that it names.
func (f *nodeFinder) enter(el *element, level int) {
	if level != f.gone+1 || f.gone == len(f.steps) || string(el.local) != f.steps[f.gone].local {
		return
	}
	if f.met[f.gone]++; f.met[f.gone] != f.steps[f.gone].place {
		return
	}
	f.gone++
	f.met[f.gone] = 0
	if f.gone == len(f.steps) {
		f.node = &paragraph{source: source{texts: []textPlace{{start: int32(el.start), tagEnd: int32(el.endOf), end: int32(el.endOf),
			run: -1, name: uint8(len(el.name)), dialect: dialectPlain}}}}
	}
}
