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

// reset makes the paragraph ready to be used again.
func (p *paragraph) reset() {
	*p = paragraph{text: p.text[:0], source: p.source.reset(), alts: p.alts[:0]}
}
