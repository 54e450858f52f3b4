package fill

import (
	"bytes"
	"slices"
)

// storyReader reads the paragraphs of one story. It follows the structure that
// decides what a person sees: runs, fields, alternatives, tables, deletions.
type storyReader struct {
	sc     *scanner
	kind   storyKind
	styles styleSheet
	keep   func(*paragraph) bool

	done  []*paragraph        // kept, in the order in which they ended
	spare []*paragraph        // to be used again
	open  []*paragraph        // innermost last
	count [paragraphKinds]int // paragraphs so far
	order int

	runs    []runPlace
	reading int // depth of the text element of the innermost paragraph; 0 outside one
	hidden  int // within deleted or moved-from text, a formula
	masked  int // within text that shows only as an aid: phonetic guides
	label   int // depth of the c:v of a label; 0 outside one

	heading   string
	unit      string // that the line before names for a table
	fields    []complexField
	unclosed  map[int]bool // the starts of fields that never end
	alts      []alternatives
	copies    []int // for each open branch, the alternatives that it repeats, or 0
	altCount  int
	tables    []*table
	tableNo   int
	anchors   []string // of the hyperlinks around
	bookmarks []string // seen before the paragraph that they belong to
	controls  []control
	bindings  []dataBinding
}

// complexField is an open complex field (ECMA-376 part 1, 17.16.18).
type complexField struct {
	start       int  // of the w:fldChar that begins it
	instruction bool // before its separator: code, not text
	toc         bool
	code        []byte
}

// readStory reads a story and keeps the paragraphs that keep wants. A field that
// is not closed before the story ends is none (ECMA-376 part 1, 17.16.18): the
// story is read again without it.
func readStory(st *story, styles styleSheet, depth int, keep keeper) error {
	r, err := readPass(st, styles, depth, keep(), nil)
	if err == nil && len(r.fields) > 0 {
		unclosed := map[int]bool{}
		for _, f := range r.fields {
			unclosed[f.start] = true
		}
		r, err = readPass(st, styles, depth, keep(), unclosed)
	}
	if err == nil {
		st.paragraphs, st.bindings = sortByOrder(r.done), r.bindings
	}
	return err
}

// keeper begins a reading of a story, and tells which of its paragraphs are to
// be kept.
type keeper func() func(*paragraph) bool

// keepAll keeps all paragraphs, keepNone none.
func keepAll() func(*paragraph) bool  { return func(*paragraph) bool { return true } }
func keepNone() func(*paragraph) bool { return func(*paragraph) bool { return false } }

func readPass(st *story, styles styleSheet, depth int, keep func(*paragraph) bool, unclosed map[int]bool) (*storyReader, error) {
	r := &storyReader{sc: newScanner(st.part, st.xml, depth), kind: st.kind, styles: styles, keep: keep, unclosed: unclosed}
	for {
		t, err := r.sc.next()
		if err != nil {
			return nil, err
		}
		switch t.kind {
		case tokenStart:
			r.start(r.sc.parent())
		case tokenEnd:
			r.end(&r.sc.last, t)
		case tokenText, tokenCDATA:
			r.characters(t)
		case tokenEOF:
			return r, nil
		}
	}
}

// above is the element n levels over the one just opened.
func (r *storyReader) above(n int) *element {
	if i := len(r.sc.stack) - 1 - n; i >= 0 {
		return &r.sc.stack[i]
	}
	return &element{}
}

func (r *storyReader) start(el *element) {
	switch el.ns {
	case nsW:
		r.startWord(el)
	case nsA:
		r.startDrawing(el)
	case nsMC:
		r.startAlternative(el)
	case nsM:
		if string(el.local) == "oMath" || string(el.local) == "oMathPara" {
			r.object(objectText)
			r.hidden++
		}
	case nsC:
		r.startChart(el)
	case nsDC, nsCP:
		r.startProperty(el)
	}
}

func (r *storyReader) end(el *element, t token) {
	switch el.ns {
	case nsW:
		r.endWord(el, t)
	case nsA:
		r.endDrawing(el, t)
	case nsMC:
		r.endAlternative(el)
	case nsM:
		if string(el.local) == "oMath" || string(el.local) == "oMathPara" {
			r.hidden--
		}
	case nsC, nsDC, nsCP:
		r.endPlain(el, t)
	}
}

// live tells whether text here belongs to a paragraph.
func (r *storyReader) live() bool { return len(r.open) > 0 && r.hidden == 0 }

func (r *storyReader) top() *paragraph { return r.open[len(r.open)-1] }

// paragraphKind tells the paragraphs that are counted apart.
type paragraphKind uint8

const (
	wordParagraph  paragraphKind = iota // w:p
	otherParagraph                      // a:p, a chart's label, a property
	paragraphKinds
)

// openParagraph begins a paragraph.
func (r *storyReader) openParagraph(kind paragraphKind) {
	p := &paragraph{}
	if n := len(r.spare); n > 0 {
		p, r.spare = r.spare[n-1], r.spare[:n-1]
		p.reset()
	}
	p.index, p.order = r.count[kind], r.order
	r.count[kind]++
	r.order++
	for _, a := range r.alts {
		p.alts = append(p.alts, a.id)
	}
	for _, c := range r.copies {
		if c != 0 {
			p.copyOf = c
			break
		}
	}
	if n := len(r.tables); n > 0 && r.tables[n-1].open == len(r.open) {
		p.cell = r.tables[n-1].cell
	}
	p.bookmarks, r.bookmarks = r.bookmarks, nil
	r.open = append(r.open, p)
}

// closeParagraph ends the innermost paragraph and keeps it if it is wanted.
func (r *storyReader) closeParagraph() {
	p := r.top()
	r.open = r.open[:len(r.open)-1]
	p.heading = r.heading
	blank := len(bytes.TrimSpace(p.text)) == 0
	if !blank && p.cell == nil && p.copyOf == 0 && !p.toc {
		r.noteHeading(p)
		r.unit = captionUnit(p.text)
	}
	if p.cell != nil && !blank {
		p.cell.add(p)
	}
	r.bindParagraph(p)
	if r.keep(p) {
		r.done = append(r.done, p)
	} else {
		r.spare = append(r.spare, p)
	}
}

func (r *storyReader) noteHeading(p *paragraph) {
	if p.level == 0 {
		p.level = headingLevel(p.text)
	}
	if p.level > 0 {
		r.heading = headingText(p.text)
	}
}

func sortByOrder(ps []*paragraph) []*paragraph {
	slices.SortFunc(ps, func(a, b *paragraph) int { return a.order - b.order })
	return ps
}
