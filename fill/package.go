package fill

import (
	"slices"
)

// Package is a .docx that has been read: its parts, its stories and their
// placeholders. It never changes and is safe for concurrent use.
type Package struct {
	docx         []byte
	limits       Limits
	marks        []string
	archive      *archive
	styles       styleSheet
	stories      []*story // those with placeholders, in reading order
	refs         []storyRef
	placeholders []Placeholder
	sites        [][]site // where each placeholder stands, its copies included
	warnings     []Warning
}

// Open reads a package; everything that can fail on a document fails here. The
// package keeps docx, which must not change afterwards. Errors are
// *DocumentError.
func Open(docx []byte, lim Limits) (*Package, error) {
	return open(docx, lim.orDefault(), DefaultMarks)
}

// WithMarks reads the package again with other marks than the default.
func (p *Package) WithMarks(marks []string) (*Package, error) {
	if slices.Equal(marks, p.marks) {
		return p, nil
	}
	return open(p.docx, p.limits, marks)
}

func open(docx []byte, lim Limits, marks []string) (*Package, error) {
	set, err := newMarkSet(marks)
	if err != nil {
		return nil, err
	}
	p := &Package{docx: docx, limits: lim, marks: marks}
	opc, err := p.openStories()
	if err != nil {
		return nil, err
	}
	if err := p.readStories(opc, set); err != nil {
		return nil, err
	}
	p.matchCopies()
	nodes, err := p.bindData(opc)
	if err != nil {
		return nil, err
	}
	p.number()
	p.addNodes(nodes)
	return p, nil
}

// readStories reads the stories and keeps those with placeholders.
func (p *Package) readStories(opc *parts, set markSet) error {
	found, before := 0, 0
	wanted := func(para *paragraph) bool {
		if found > p.limits.Placeholders || !set.mayHold(para.text) {
			return false
		}
		para.marks = placeholdersIn(detect(string(para.text), set, false))
		found += len(para.marks)
		return len(para.marks) > 0
	}
	keep := func() func(*paragraph) bool {
		found = before
		return wanted
	}
	for _, ref := range p.refs {
		st, err := p.readStory(opc, ref, keep)
		if err != nil {
			return err
		}
		before = found
		if found > p.limits.Placeholders {
			return faultLimit("placeholders", st.part, -1, int64(p.limits.Placeholders))
		}
		if len(st.paragraphs) > 0 {
			st.locate(set)
			p.stories = append(p.stories, st)
		}
	}
	return nil
}

// locate finds where the placeholders stand. Only now is it known which
// paragraphs are alone in their table cells.
func (st *story) locate(set markSet) {
	for _, para := range st.paragraphs {
		if para.alone() {
			para.marks = placeholdersIn(detect(string(para.text), set, true))
		}
		para.locate(st.xml)
	}
}

// placeholdersIn gives the marks that are not refused.
func placeholdersIn(marks []mark) []mark {
	return slices.DeleteFunc(marks, func(m mark) bool { return m.verdict == refused })
}

// openStories finds the package's stories without reading them.
func (p *Package) openStories() (*parts, error) {
	a, err := openArchive(p.docx, p.limits)
	if err != nil {
		return nil, err
	}
	p.archive = a
	opc, err := openParts(a)
	if err != nil {
		return nil, err
	}
	root, err := opc.relationships("")
	if err != nil {
		return nil, err
	}
	main, err := opc.mainPart(root)
	if err != nil {
		return nil, err
	}
	refs, rels, err := opc.findStories(main)
	if err != nil {
		return nil, err
	}
	if err := refuseMacros(rels); err != nil {
		return nil, err
	}
	p.refs = append(refs, propertyStories(opc, root)...)
	all, err := opc.furtherRelationships(refs, rels)
	if err != nil {
		return nil, err
	}
	p.warnings = append(warnSigned(root), warnRelationships(all)...)
	return opc, p.readStyles(opc, rels)
}

func propertyStories(opc *parts, root []relationship) []storyRef {
	for _, r := range root {
		if r.kind == "core-properties" && !r.external && opc.has(r.target) {
			return []storyRef{{opc.name(r.target), storyProperties, r.kind}}
		}
	}
	return nil
}

func (p *Package) readStyles(opc *parts, rels []relationship) (err error) {
	for _, r := range rels {
		if r.kind == "styles" && !r.external && opc.has(r.target) {
			p.styles, err = opc.readStyles(r.target)
			return err
		}
	}
	return nil
}

// readStory reads one story; its XML is kept only if paragraphs are.
func (p *Package) readStory(opc *parts, ref storyRef, keep keeper) (*story, error) {
	xml, enc, err := opc.xml(ref.part)
	if err != nil {
		return nil, err
	}
	st := &story{storyRef: ref, entry: opc.byName[partKey(ref.part)], xml: xml, enc: enc}
	return st, readStory(st, p.styles, p.limits.Depth, keep)
}

// Placeholders gives the placeholders in reading order: the main document,
// headers, footers, notes, charts, diagrams, properties. The slice is the
// caller's; what it holds is shared.
func (p *Package) Placeholders() []Placeholder { return slices.Clone(p.placeholders) }

// Warnings gives what the reader of the package should know: a signature that
// filling ends, targets outside the package.
func (p *Package) Warnings() []Warning { return slices.Clone(p.warnings) }
