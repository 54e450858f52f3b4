package fill

import (
	"iter"
	"slices"
	"strings"
)

// A mention is a placeholder as a reader of its sentence takes it.
type mention struct {
	*Placeholder
	kind  Kind
	unit  string
	class unitClass

	sentence int      // index of its sentence in the document
	first    bool     // the first figure of its sentence
	before   string   // the words between the figure before, with its unit, and this one; within the sentence
	clauses  []string // before, cut at commas, colons and brackets; the last one touches the mark
	joint    string   // the words between its mark and the next one; of the last in a paragraph, all the rest
	after    string   // the words behind its unit up to the next mark
	tail     string   // after, up to the first comma or stop
	linked   bool     // the next mark follows at once, behind a hyphen, a comma of lists or a colon
	listed   bool     // one of the figures that 分别 deals out
	joined   bool     // a further member of a list that shares the clause of the first: X和X%
	wrapped  bool     // brackets hold it alone, and its unit stands behind them: （X）万元
	dated    bool     // a year stands between it and the words of its clause: 由X年的X亿元
	among    bool     // how many there are among whom the next figure is a rank
	aside    bool     // in brackets, alone or behind a minus sign: （-X%）

	role     role
	label    string
	phrase   string // the noun phrase of its own clause
	topic    string // what the sentence speaks of when it comes to the figure
	compared string // of a reference: the comparison that it opens, such as 比上年
	about    int    // the figure, in its paragraph, that a change, share or reference speaks of; -1 for none
	opener   string // of the first part: the word that opens the list
	spans    bool   // the other end of its range is written out: X—12月
	step     string // 由X%提高到X%: what tells the two apart in their labels
	risen    bool   // the second of them
	from     int    // of the second, the first
	partial  bool   // one of its parts is told in another unit
	whole    int    // the figure of which it is a part (其中); -1 for none
}

// lead is the clause that touches the mark.
func (f *mention) lead() string { return f.clauses[len(f.clauses)-1] }

// linkWords are what may stand between the marks of a range, a list or a ratio.
var linkWords = []string{"-", "－", "—", "–", "~", "～", "至", "到", "、", "和", "与", "及", ":", "：", "∶", "+", "＋", "/", "或"}

// mentions reads the certain placeholders of ps, in reading order. It is linear
// in the text between the marks, however many share a paragraph.
func mentions(ps []Placeholder) []mention {
	out := make([]mention, 0, len(ps))
	for i := range ps {
		if ps[i].Doubtful == "" {
			out = append(out, mention{Placeholder: &ps[i]})
		}
	}
	for paragraph := range byParagraph(out) {
		readParagraph(paragraph)
	}
	numberSentences(out)
	return out
}

// byParagraph goes through the figures paragraph by paragraph.
func byParagraph(fs []mention) iter.Seq[[]mention] {
	return func(yield func([]mention) bool) {
		for start := 0; start < len(fs); {
			end := start + 1
			for end < len(fs) && sameParagraph(fs[start].Placeholder, fs[end].Placeholder) {
				end++
			}
			if !yield(fs[start:end]) {
				return
			}
			start = end
		}
	}
}

// sameParagraph compares the text too: the paragraphs of WordprocessingML and
// of DrawingML are counted apart.
func sameParagraph(a, b *Placeholder) bool {
	return a.Part == b.Part && a.Paragraph == b.Paragraph && a.Offset < b.Offset && a.Context == b.Context
}

// readParagraph tells kinds from the right, because a range, a list or a ratio
// takes its unit from its last member, and words from the left, because a
// clause starts behind the unit of the figure before.
func readParagraph(fs []mention) {
	for i := range fs {
		var next *mention
		if i+1 < len(fs) {
			next = &fs[i+1]
		}
		fs[i].joint = between(fs[i].Placeholder, next)
		fs[i].linked = next != nil && slices.Contains(linkWords, strings.TrimSpace(fs[i].joint))
	}
	for i := len(fs) - 1; i >= 0; i-- {
		readKind(fs, i)
	}
	for i := range fs {
		readClause(fs, i)
	}
}

// numberSentences counts the sentences; a paragraph starts one.
func numberSentences(fs []mention) {
	n := -1
	for i := range fs {
		if fs[i].first {
			n++
		}
		fs[i].sentence = n
	}
}
