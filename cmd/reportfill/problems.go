package main

import (
	"fmt"
	"io"
	"strings"

	"reportfill/fill"
)

// printProblems lists problems as a clerk works them off: the place, what is wrong
// and what to do, and the sentence where the message does not quote it.
func (in *invocation) printProblems(w io.Writer, problems []fill.Problem) {
	for i, p := range problems {
		message := p.Message(in.lang)
		fmt.Fprintf(w, "%3d. %s%s\n", i+1, in.place(p), message)
		if p.Sentence != "" && !strings.Contains(message, "【") {
			fmt.Fprintf(w, "     %s\n", oneLine(p.Sentence))
		}
	}
}

// place names the field and its places: "第 13 处 revenue：".
func (in *invocation) place(p fill.Problem) string {
	numbers := make([]string, len(p.Placeholders))
	for i, n := range p.Placeholders {
		numbers[i] = fmt.Sprint(n)
	}
	places, end := strings.Join(numbers, ", "), ": "
	if in.lang == fill.Chinese {
		end = "："
	}
	switch {
	case p.Field == "":
		return ""
	case places == "":
		return p.Field + end
	}
	return fmt.Sprintf(fill.Text{ZH: "第 %s 处 %s", EN: "Placeholder %s, %s"}.In(in.lang), places, p.Field) + end
}
