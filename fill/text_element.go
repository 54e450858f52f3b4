package fill

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
