package fill

import (
	"strings"
	"unicode/utf8"
)

// sentenceEnds are the characters that end a sentence. A semicolon is one: what
// follows has a subject of its own.
const sentenceEnds = "。；;！!？?\n"

// sentenceReach bounds what is given of a sentence on either side of a mark,
// in bytes.
const sentenceReach = 480

// sentenceCutter gives the sentences around the marks of one paragraph, in
// ascending order.
type sentenceCutter struct {
	scanned, start int // start is where the sentence at scanned begins
}

// around gives the sentence of the mark before and after it, as one line each.
func (c *sentenceCutter) around(text string, from, to int) (before, after string) {
	if i := strings.LastIndexAny(text[c.scanned:from], sentenceEnds); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[c.scanned+i:])
		c.start = c.scanned + i + n
	}
	c.scanned = from
	head := text[max(c.start, clipStart(text, from-sentenceReach)):from]
	tail := text[to:clipStart(text, min(len(text), to+sentenceReach))]
	if i := strings.IndexAny(tail, sentenceEnds); i >= 0 {
		_, n := utf8.DecodeRuneInString(tail[i:])
		tail = tail[:i+n]
	}
	return oneLine(head), oneLine(tail)
}

// clipStart moves a position to the start of a character.
func clipStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return max(i, 0)
}

// oneLine is text without objects, and with blanks for breaks and tabs; outer
// blanks stay, since they stand beside the mark.
func oneLine(text string) string { return lineReplacer.Replace(text) }

var lineReplacer = strings.NewReplacer(objectText, "", "\u00AD", "", "\n", " ", "\t", " ")
