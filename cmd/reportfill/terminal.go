package main

import (
	"io"
	"os"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// terminal measures as the terminals of our users do: quotes and dashes of
// Chinese text are two columns wide.
var terminal = &runewidth.Condition{EastAsianWidth: true}

// isTerminal tells whether a person reads what is written to w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// widthOf is the width of the terminal that w is, in columns; 0 where w is none
// or does not tell.
func widthOf(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// wrap breaks a text into lines of at most so many columns. A word that is
// longer has a line of its own.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range words(text) {
		if line != "" && terminal.StringWidth(line)+terminal.StringWidth(strings.TrimRight(word, " ")) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += word
	}
	return append(lines, line)
}

// Punctuation that no line begins or ends with (GB/T 15834-2011, 5.1).
const (
	neverFirst = "，。；：、！？）】》”…"
	neverLast  = "（【《“"
)

// words cuts a text where a line may end: after a blank, and beside a wide
// character.
func words(text string) []string {
	var (
		out    []string
		before rune
	)
	for _, r := range text {
		mayBreak := before == ' ' || terminal.RuneWidth(before) == 2 || terminal.RuneWidth(r) == 2
		if len(out) == 0 || mayBreak && r != ' ' && !strings.ContainsRune(neverFirst, r) && !strings.ContainsRune(neverLast, before) {
			out = append(out, "")
		}
		out[len(out)-1] += string(r)
		before = r
	}
	return out
}
