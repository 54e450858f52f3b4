package fill

import "strings"

// Placeholder is one mark in the text of one paragraph: X, XX, ×, X.X or {{name}}.
type Placeholder struct {
	Number    int    // 1, 2, 3 … in reading order, doubtful ones included
	Part      string // part name without leading slash, such as word/document.xml
	Paragraph int    // index of its paragraph in the part, from 0, in the order of start tags
	Start     int    // first character of the mark in the paragraph's text, from 0 (code points)
	End       int    // the character after its last
	Text      string // the mark as it stands
	Name      string // the field that {{name}} names; empty for marks
	Year      bool   // the mark stands for a year with its digits (20XX年)
	Doubtful  string // the rule by which it is left alone until the author says otherwise; empty if certain

	Before  string // its sentence up to the mark
	After   string // its sentence after the mark
	Context string // the text of its whole paragraph
	Offset  int    // byte offset of the mark in Context
	Heading string // the nearest heading above, without its number; empty if none
	Row     string // in a table: text of the first cell of its row, empty for that cell itself
	Column  string // in a table: text of the cell that heads its column
	Unit    string // in a table: the unit that its row, or the line above the table, names for all figures
}

// Sentence gives the sentence with the mark set off as 【X】; a table's cell
// without words of its own stands behind those that head it.
func (p Placeholder) Sentence() string {
	sentence := p.Before + "【" + p.Text + "】" + p.After
	switch {
	case strings.Trim(p.Before, signChars) != "" || p.Row == "" && p.Column == "":
		return sentence
	case p.Row == "" || p.Column == "":
		return p.Row + p.Column + "：" + sentence
	}
	return p.Row + " · " + p.Column + "：" + sentence
}

// signChars may stand before the figure of a table's cell; blanks are among them.
const signChars = "+-＋－—−± \u00a0\u3000"
