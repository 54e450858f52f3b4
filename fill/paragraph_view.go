package fill

// Paragraph is one paragraph of a story as a person reads it.
type Paragraph struct {
	Part  string
	Role  string // officeDocument, header, footer, footnotes, endnotes, chart …
	Index int    // as Placeholder.Paragraph
	Level int    // 1 to 9 for a heading, -1 for a title, 0 for body text
	Align string // as w:jc says: start, center, end, both …; empty where nothing does
	Text  string // tabs as \t, breaks as \n, objects as U+FFFC
	Cell  *Cell  // nil outside a table
	Marks []Mark // the placeholders in it, in order
}

// Cell is the place of a paragraph in its table; rows and columns from 0.
type Cell struct{ Table, Row, Column int }

// Mark is the place of a placeholder in a paragraph's text.
type Mark struct {
	Number   int
	From, To int // bytes in Paragraph.Text
}

// Paragraphs gives the text of the package's stories in reading order, but for
// the copies that a person does not see twice. It reads the stories anew.
func (p *Package) Paragraphs() ([]Paragraph, error) {
	opc, err := p.reopen()
	if err != nil {
		return nil, err
	}
	marks := p.marksByPlace()
	var out []Paragraph
	for _, ref := range p.refs {
		st, err := p.readStory(opc, ref, keepAll)
		if err != nil {
			return nil, err
		}
		for _, para := range st.paragraphs {
			found, kept := marks[paragraphPlace{st.part, para.order}]
			if para.copyOf == 0 && !(kept && found == nil) {
				out = append(out, para.view(st, found))
			}
		}
	}
	return out, nil
}

// reopen reads the package's directory once more: an archive counts what it
// inflates against the limits.
func (p *Package) reopen() (*parts, error) {
	a, err := openArchive(p.docx, p.limits)
	if err != nil {
		return nil, err
	}
	return openParts(a)
}

// paragraphPlace names a paragraph by its part and its order in it.
type paragraphPlace struct {
	part  string
	order int
}

// marksByPlace gives the placeholders of each paragraph; nil for a copy, but for
// one that shows the same node of data: that is seen twice, and has none.
func (p *Package) marksByPlace() map[paragraphPlace][]Mark {
	out := map[paragraphPlace][]Mark{}
	for _, st := range p.stories {
		for _, para := range st.paragraphs {
			marks := []Mark(nil)
			if para.original == nil || para.showsData() {
				marks = []Mark{}
			}
			if para.original == nil {
				for k, m := range para.marks {
					marks = append(marks, Mark{para.first + k + 1, m.start, m.end})
				}
			}
			out[paragraphPlace{st.part, para.order}] = marks
		}
	}
	return out
}

// showsData tells whether the paragraph holds a bound control of its own.
func (p *paragraph) showsData() bool { return len(p.bound) > 0 && p.copyOf == 0 && !p.toc }

func (p *paragraph) view(st *story, marks []Mark) Paragraph {
	v := Paragraph{Part: st.part, Role: st.role, Index: p.index, Level: p.level, Align: p.align, Text: string(p.text), Marks: marks}
	if p.cell != nil {
		v.Cell = &Cell{p.cell.table.id, p.cell.row, p.cell.col}
	}
	return v
}
