package fill

// story is a part that holds text, with the paragraphs that may hold
// placeholders.
type story struct {
	storyRef
	entry      *entry
	xml        []byte // UTF-8 without byte order mark
	enc        encoding
	paragraphs []*paragraph // in the order of their start tags
	bindings   []dataBinding
}

// paragraph is the text of one paragraph as a person reads it, and where each
// byte of it stands in the part's XML.
type paragraph struct {
	index int // among the paragraphs of its kind (w:p or a:p) in the part
	order int // among all paragraphs of the part, by start tag
	text  []byte
	spans []span        // in the order of text
	texts []textElement // the w:t or a:t that text comes from

	level       int // 1 to 9 for a heading, -1 for a title, 0 otherwise
	align       string
	heading     string // nearest heading above
	cell        *cell
	row, column string

	alts      []int    // the mc:AlternateContent around it, outermost first
	copyOf    int      // the mc:AlternateContent of which it is a second branch; 0 for none
	toc       bool     // it is a line of a table of contents
	anchor    string   // the bookmark that it leads to
	bookmarks []string // the bookmarks that headings carry for tables of contents
	bound     []boundText
	marks     []mark     // what detect found in it
	first     int        // the index in Package.placeholders of its first one
	original  *paragraph // the paragraph that it repeats; nil for none
}

// span maps a stretch of a paragraph's text to its XML.
type span struct {
	at, n  int // bytes in text
	xml, m int // bytes in the part; n = m unless it is a character reference
	el     int // index into paragraph.texts; -1 for tabs, breaks and objects
	cdata  bool
}

// textElement is an element whose content is text: w:t, a:t, c:v, dc:title.
type textElement struct {
	dialect  dialect
	name     string // as written, with prefix
	tagEnd   int    // byte after its start tag
	end      int    // byte after its content
	preserve bool   // xml:space="preserve"
	run      run
}

// dialect tells how a line break, a tab and outer blanks are written.
type dialect uint8

const (
	dialectWord    dialect = iota // w:t within w:r
	dialectDrawing                // a:t within a:r
	dialectPlain                  // text alone: c:v, dc:title
)

// run is the run around a text element. Offsets are bytes in the part; 0 where
// there is no such thing.
type run struct {
	name             string // as written, with prefix
	propsFrom, props int    // w:rPr or a:rPr from and to
	highlightAt      int    // where a w:highlight belongs by the schema's order
	highlight        [2]int // the w:highlight that stands there
}

// cell is the table cell around a paragraph.
type cell struct {
	table    *table
	row, col int
	filled   int    // paragraphs with text in it
	text     string // its text so far, shortened
}

// table is what the reader knows of a table while it reads on.
type table struct {
	id      int
	row     int
	col     int
	heads   []string // text of the first row's cells by grid column
	rowHead string
	cell    *cell
	open    int // paragraphs open when it began: those in it lie deeper
}

// reset makes the paragraph ready to be used again.
func (p *paragraph) reset() {
	*p = paragraph{text: p.text[:0], spans: p.spans[:0], texts: p.texts[:0], alts: p.alts[:0]}
}

// at finds the span that holds the byte of text.
func (p *paragraph) at(i int) int {
	lo, hi := 0, len(p.spans)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.spans[mid].at+p.spans[mid].n <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// piece is a stretch of a part's XML within one text element.
type piece struct {
	from, to int
	el       *textElement
	cdata    bool
}

// pieces gives the XML of the text from i to j, cut where the text element
// changes or other markup stands between.
func (p *paragraph) pieces(i, j int) []piece {
	var out []piece
	for k := p.at(i); k < len(p.spans) && p.spans[k].at < j; k++ {
		s := p.spans[k]
		if s.el < 0 {
			continue
		}
		pc := piece{s.xml, s.xml + s.m, &p.texts[s.el], s.cdata}
		if s.n == s.m {
			pc.from, pc.to = s.xml+max(0, i-s.at), s.xml+min(s.n, j-s.at)
		}
		if last := len(out) - 1; last >= 0 && out[last].to == pc.from && out[last].el == pc.el {
			out[last].to = pc.to
			continue
		}
		out = append(out, pc)
	}
	return out
}
