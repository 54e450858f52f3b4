package fill

import (
	"strconv"
	"strings"
)

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
