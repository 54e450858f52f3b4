package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"reportfill/fill"
)

// Widths of help, in columns.
const (
	helpWidth     = 80  // where it goes to no terminal
	helpMost      = 100 // longer lines are hard to read
	helpNames     = 28  // of a name that has its words on the same line
	helpLeast     = 24  // of words beside a name
	helpIndent    = 2
	helpDescended = 6 // of words below a name
)

// help prints the help of the program and of its commands in one language.
type help struct {
	lang  fill.Language
	width int
	out   bytes.Buffer
}

// helpPrinter prints help as wide as the terminal allows.
func helpPrinter(l fill.Language, stdout io.Writer) kong.HelpPrinter {
	return func(_ kong.HelpOptions, ctx *kong.Context) error {
		h := help{lang: l, width: helpWidth}
		if width := widthOf(stdout); width > 0 {
			h.width = min(width, helpMost)
		}
		h.print(ctx)
		_, err := stdout.Write(h.out.Bytes())
		return err
	}
}

func (h *help) print(ctx *kong.Context) {
	node := ctx.Selected()
	if node == nil {
		node = ctx.Model.Node
	}
	summary := strings.NewReplacer(
		"[flags]", fill.Text{ZH: "[选项]", EN: "[flags]"}.In(h.lang),
		"<command>", fill.Text{ZH: "<命令>", EN: "<command>"}.In(h.lang),
	).Replace(anyText.Replace(strings.TrimSpace(node.Summary())))
	h.lines(0, fill.Text{ZH: "用法：", EN: "Usage: "}.In(h.lang)+ctx.Model.Name+" "+summary)
	h.out.WriteByte('\n')
	h.lines(0, helpText(node.Help, h.lang))
	h.section(fill.Text{ZH: "参数：", EN: "Arguments:"}, arguments(node, h.lang))
	h.section(fill.Text{ZH: "选项：", EN: "Flags:"}, flags(node, h.lang))
	commands := leaves(node, h.lang)
	h.section(fill.Text{ZH: "命令：", EN: "Commands:"}, commands)
	if len(commands) > 0 {
		h.out.WriteByte('\n')
		h.lines(0, fill.Text{
			ZH: "各命令的用法见 reportfill <命令> --help。",
			EN: "reportfill <command> --help tells how a command is used.",
		}.In(h.lang))
	}
}

// entry is a name with the words that explain it.
type entry struct{ name, words string }

func arguments(node *kong.Node, l fill.Language) []entry {
	var out []entry
	for _, a := range node.Positional {
		out = append(out, entry{a.Summary(), helpText(a.Help, l)})
	}
	return out
}

// flags are those of the node, and last those of the program.
func flags(node *kong.Node, l fill.Language) []entry {
	var out []entry
	for _, level := range slices.Backward(node.AllFlags(true)) {
		for _, f := range level {
			name := anyText.Replace(f.String())
			if f.Short == 0 {
				name = "    " + name
			}
			words := helpText(f.Help, l)
			if f.Name != "help" {
				words += " ($" + variable(f.Name) + ")"
			}
			out = append(out, entry{name, words})
		}
	}
	return out
}

func leaves(node *kong.Node, l fill.Language) []entry {
	var out []entry
	for _, n := range node.Leaves(true) {
		if n != node {
			out = append(out, entry{n.Path(), helpText(n.Help, l)})
		}
	}
	return out
}

// section prints entries in two columns, or one below the other where a name is
// too long or the terminal too narrow for that.
func (h *help) section(title fill.Text, entries []entry) {
	if len(entries) == 0 {
		return
	}
	h.out.WriteString("\n" + title.In(h.lang) + "\n")
	left := 0
	for _, e := range entries {
		if n := terminal.StringWidth(e.name); n <= helpNames {
			left = max(left, n)
		}
	}
	left += 2 * helpIndent
	for _, e := range entries {
		name := strings.Repeat(" ", helpIndent) + e.name
		if h.width-left < helpLeast {
			h.out.WriteString(name + "\n")
			h.lines(helpDescended, e.words)
			continue
		}
		if terminal.StringWidth(name) > left-helpIndent {
			h.out.WriteString(name + "\n")
			name = ""
		}
		for i, line := range wrap(e.words, h.width-left) {
			if i > 0 {
				name = ""
			}
			fmt.Fprintln(&h.out, strings.TrimRight(terminal.FillRight(name, left)+line, " "))
		}
	}
}

// lines prints a text so far from the edge.
func (h *help) lines(indent int, text string) {
	for _, line := range wrap(text, h.width-indent) {
		fmt.Fprintln(&h.out, strings.Repeat(" ", indent)+line)
	}
}
