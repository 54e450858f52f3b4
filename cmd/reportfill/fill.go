package main

import (
	"fmt"

	"reportfill/fill"
)

type fillCommand struct {
	draftAndValues
	Output  string `short:"o" required:"" help:"The .docx to write; - for standard output."`
	Missing string `enum:"error,keep,blank" default:"error" help:"What becomes of missing values: error, keep (the X stays, highlighted) or blank."`
}

var missingOptions = map[string]fill.Missing{
	"error": fill.MissingError, "keep": fill.MissingKeep, "blank": fill.MissingBlank,
}

// Run fills the values in and prints the warnings.
func (c *fillCommand) Run(in *invocation) error {
	t, vs, err := c.read(in)
	if err != nil {
		return err
	}
	docx, result, err := t.AppendChecked(nil, vs, fill.Options{Missing: missingOptions[c.Missing]})
	if err != nil {
		return err
	}
	slips, err := c.compare(in, t, vs, c.limitFlags)
	if err != nil {
		return err
	}
	if warnings := append(result.Warnings, slips...); len(warnings) > 0 {
		fmt.Fprintln(in.stderr, fill.Text{ZH: "提醒：", EN: "Warnings:"}.In(in.lang))
		in.printProblems(in.stderr, warnings)
	}
	return in.write(c.Output, docx, c.Draft, c.Values, c.Fields, c.Previous)
}
