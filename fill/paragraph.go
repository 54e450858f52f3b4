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
	index  int // among the paragraphs of its kind (w:p or a:p) in the part
	order  int // among all paragraphs of the part, by start tag
	text   []byte
	source source // empty once the places of its marks are known

	level       int // 1 to 9 for a heading, -1 for a title, 0 otherwise
	align       string
	heading     string // nearest heading above
	cell        *cell
	row, column string
	unit        string // as Placeholder.Unit

	alts      []int    // the mc:AlternateContent around it, outermost first
	copyOf    int      // the mc:AlternateContent of which it is a second branch; 0 for none
	toc       bool     // it is a line of a table of contents
	anchor    string   // the bookmark that it leads to
	bookmarks []string // the bookmarks that headings carry for tables of contents
	bound     []boundText
	marks     []mark     // the placeholders that detect found in it
	places    [][]piece  // where each of them stands
	first     int        // the index in Package.placeholders of its first one
	original  *paragraph // the paragraph that it repeats; nil for none
	copyAt    int        // the index in original.marks that its first mark repeats
}

// textElement is an element whose content is text: w:t, a:t, c:v, dc:title.
type textElement struct {
	dialect  dialect
	name     string // as written, with prefix
	tag      []byte // its start tag, but for an xml:space of another value
	space    [2]int // the xml:space of another value than preserve
	tagEnd   int    // byte after its start tag
	end      int    // byte after its content
	preserve bool   // xml:space="preserve"
	run      run    // the run that it stands in; without name if in none
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
	tag              []byte // its start tag
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
	above   []string // text of the last cell of each grid column, which a merged one goes on with
	rowHead string
	rowUnit string // the unit that the row names in a column of its own
	unit    string // the unit that the line above the table names
	cell    *cell
	open    int // paragraphs open when it began: those in it lie deeper
}

// reset makes the paragraph ready to be used again.
func (p *paragraph) reset() {
	*p = paragraph{text: p.text[:0], source: p.source.reset(), alts: p.alts[:0]}
}
