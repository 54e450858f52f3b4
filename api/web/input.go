package web

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"reportfill/fill"
)

// Input takes the value of a field in the place of one placeholder.
type Input struct {
	Number   int // of the placeholder; 0 for a field that stands nowhere
	ID       string
	Field    string
	Title    string // of the field
	Label    string // for those who do not see the sentence around it
	Value    string
	Last     string // last year's figure; empty where it is not known
	Width    string // class by what is expected
	Mode     string // inputmode of HTML
	Before   string // characters that stay on the value's line
	After    string
	Long     bool // the value has lines of its own
	Computed bool
	Optional bool
}

// labelContext is how much of the sentence a label gives on each side, in
// characters.
const labelContext = 24

// newInput makes the input of a field; p is nil for one that stands nowhere.
func newInput(f fill.Field, p *fill.Placeholder) Input {
	in := Input{
		ID: "f-" + f.Name, Field: f.Name, Title: f.Title(), Label: f.Title(),
		Width: width(f), Mode: "text", Optional: f.Optional,
	}
	switch f.Kind {
	case fill.KindInteger, fill.KindYear, fill.KindMonth, fill.KindDay, fill.KindRank:
		in.Mode = "numeric"
	case fill.KindDecimal, fill.KindPercent:
		in.Mode = "decimal"
	}
	if p != nil {
		in.Number, in.ID = p.Number, fmt.Sprintf("p%d", p.Number)
		in.Label = f.Title() + "：" + lastOf(p.Before, labelContext) + "＿" + firstOf(p.After, labelContext)
	} else if f.Unit != "" {
		in.Label = f.Title() + " " + f.Unit
	}
	return in
}

// widths are the classes by kind, each as many digits wide as its number says.
var widths = map[fill.Kind]string{
	fill.KindYear: "w5", fill.KindMonth: "w3", fill.KindDay: "w3", fill.KindRank: "w3",
	fill.KindPercent: "w5", fill.KindInteger: "w6", fill.KindDecimal: "w8", fill.KindDate: "w12",
}

func width(f fill.Field) string {
	if w, ok := widths[f.Kind]; ok {
		return w
	}
	return "w5" // text grows with what is typed
}

func lastOf(s string, n int) string {
	runes := []rune(oneLine(s))
	return string(runes[max(0, len(runes)-n):])
}

func firstOf(s string, n int) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n])
}

func oneLine(s string) string { return strings.Join(strings.Fields(printable(s)), " ") }
