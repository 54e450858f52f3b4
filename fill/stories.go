package fill

import (
	"slices"
	"strings"
)

// storyKind tells how a story's text lies in its XML.
type storyKind uint8

const (
	storyWord       storyKind = iota // w:p and w:t, drawings within
	storyDrawing                     // a:p and a:t: charts, diagrams, shapes
	storyProperties                  // dc:title, dc:subject, cp:keywords
)

// storyRef names a part to be read as a story.
type storyRef struct {
	part string // as its entry of the package is named
	kind storyKind
	role string // the relationship that leads to it
}

// storyOrder is the reading order of stories by the kind of relationship that
// leads to them, and how each is read. What is not here holds no story.
var storyOrder = []struct {
	rel  string
	kind storyKind
}{
	{"header", storyWord}, {"footer", storyWord}, {"footnotes", storyWord}, {"endnotes", storyWord},
	{"chart", storyDrawing}, {"chartEx", storyDrawing}, {"chartUserShapes", storyDrawing},
	{"diagramData", storyDrawing}, {"diagramDrawing", storyDrawing},
}

const wordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// mainPart finds the main document by the package's relationships, checks its
// content type (ECMA-376 part 1, 11.3.10), and gives the name of its entry.
func (p *parts) mainPart(rels []relationship) (string, error) {
	for _, r := range rels {
		if r.kind != "officeDocument" || r.external {
			continue
		}
		if !p.has(r.target) {
			return "", faultFormat("no_main_part", r.target, "压缩包里没有正文部分", "the main document part is missing")
		}
		return p.name(r.target), checkMainType(r.target, p.contentType(r.target))
	}
	return "", faultFormat("no_main_part", "", "这个压缩包不是 Word 文件（没有正文），请改用 .docx 文件", "the package is no Word document (it has no main document part): use a .docx")
}

func checkMainType(part, contentType string) error {
	switch {
	case strings.Contains(contentType, "macroenabled"):
		return faultMacros(part)
	case contentType == wordMain+"document.main+xml", contentType == wordMain+"template.main+xml":
		return nil
	case strings.Contains(contentType, "spreadsheetml"), strings.Contains(contentType, "presentationml"):
		return faultFormat("not_word", part, "这是 Excel 或 PowerPoint 文件，不是 Word 文档，请改用 .docx 文件", "this is an Excel or PowerPoint file, not a Word document: use a .docx")
	}
	return faultFormat("not_word", part, "正文部分的类型不是 Word 文档（"+contentType+"），请用 Word 另存为 .docx", "the main part is no Word document (its content type is "+contentType+"): save it as .docx in Word")
}

// refuseMacros finds a part of macros in a package that calls itself a plain
// document.
func refuseMacros(rels []relationship) error {
	for _, r := range rels {
		if r.kind == "vbaProject" {
			return faultMacros(r.target)
		}
	}
	return nil
}

func faultMacros(part string) error {
	return faultUnsupported("macros", part, "这是带宏的文档（.docm/.dotm），请在 Word 中另存为 .docx", "this is a document with macros (.docm, .dotm): save it as .docx in Word")
}

// findStories walks the relationships from the main document and lists the
// stories in reading order, never by file name.
func (p *parts) findStories(main string) ([]storyRef, []relationship, error) {
	found := map[string][]storyRef{}
	seen := map[string]bool{partKey(main): true}
	all := []relationship{}
	queue := []string{main}
	for len(queue) > 0 {
		rels, err := p.relationships(queue[0])
		if err != nil {
			return nil, nil, err
		}
		queue = queue[1:]
		all = append(all, rels...)
		for _, r := range rels {
			ref, ok := p.storyAt(r)
			if ok && !seen[partKey(ref.part)] {
				seen[partKey(ref.part)] = true
				found[r.kind] = append(found[r.kind], ref)
				queue = append(queue, ref.part)
			}
		}
	}
	stories := []storyRef{{main, storyWord, "officeDocument"}}
	for _, o := range storyOrder {
		stories = append(stories, found[o.rel]...)
	}
	return stories, all, nil
}

func (p *parts) storyAt(r relationship) (storyRef, bool) {
	i := slices.IndexFunc(storyOrder, func(o struct {
		rel  string
		kind storyKind
	}) bool {
		return o.rel == r.kind
	})
	if i < 0 || r.external || !p.has(r.target) {
		return storyRef{}, false
	}
	return storyRef{p.name(r.target), storyOrder[i].kind, r.kind}, true
}

// furtherRelationships appends those of the parts that are no stories, such as
// the settings, which lead to the template attached to the document.
func (p *parts) furtherRelationships(stories []storyRef, rels []relationship) ([]relationship, error) {
	seen := map[string]bool{}
	for _, s := range stories {
		seen[partKey(s.part)] = true
	}
	rels = slices.Clone(rels)
	for i := 0; i < len(rels); i++ {
		key := partKey(rels[i].target)
		if rels[i].external || seen[key] {
			continue
		}
		seen[key] = true
		more, err := p.relationships(rels[i].target)
		if err != nil {
			return nil, err
		}
		rels = append(rels, more...)
	}
	return rels, nil
}
