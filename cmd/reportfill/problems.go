package main

import (
	"fmt"
	"io"
	"strings"

	"reportfill/fill"
)

// printProblems lists problems as a clerk works them off: what to do, and the
// sentence that each is about.
func (in *invocation) printProblems(w io.Writer, problems []fill.Problem) {
	for i, p := range problems {
		fmt.Fprintf(w, "%3d. %s%s\n", i+1, in.subject(p), p.Message(in.lang))
		if p.Sentence != "" {
			fmt.Fprintf(w, "     %s\n", strings.TrimSpace(p.Sentence))
		}
	}
}

// subject names the field and its places: "财政收入（revenue，第 13 处）：".
func (in *invocation) subject(p fill.Problem) string {
	if p.Field == "" {
		return ""
	}
	numbers := make([]string, len(p.Placeholders))
	for i, n := range p.Placeholders {
		numbers[i] = fmt.Sprint(n)
	}
	title, places := p.Label, strings.Join(numbers, ", ")
	if title == "" || title == p.Field {
		title = p.Field
	} else if in.lang == fill.Chinese {
		title += "（" + p.Field + "）"
	} else {
		title += " (" + p.Field + ")"
	}
	switch {
	case in.lang == fill.Chinese && places != "":
		return title + " 第 " + places + " 处："
	case in.lang == fill.Chinese:
		return title + "："
	case places != "":
		return title + ", placeholder " + places + ": "
	}
	return title + ": "
}
