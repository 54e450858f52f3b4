package main

import (
	"bytes"

	"reportfill/api"
	"reportfill/fill"
)

type carryCommand struct {
	Draft  string `arg:"" help:"The draft that has the fields: a .docx, or the name of a template."`
	Next   string `arg:"" help:"The changed draft, a .docx."`
	Output string `short:"o" help:"The fields file to write; - for standard output, where the report then goes to standard error."`
	JSON   bool   `name:"json" help:"Print the report as JSON."`
	draftFlags
}

// Run carries the fields of a draft over to a changed one by its sentences, and
// tells what became of each placeholder.
func (c *carryCommand) Run(in *invocation) error {
	if err := onlyOneStandard(c.Draft, c.Next, c.Fields); err != nil {
		return err
	}
	before, err := c.compiled(in, c.Draft)
	if err != nil {
		return err
	}
	next, err := c.changed(in, before)
	if err != nil {
		return err
	}
	schema, drift := before.Carry(next)
	report, err := c.report(in, api.NewDriftAnswer(before, next, schema, drift))
	if err != nil {
		return err
	}
	if c.Output != "" {
		fields := fill.FormatSchema(schema, next.Placeholders())
		if err := in.write(c.Output, fields, c.Draft, c.Next, c.Fields); err != nil {
			return err
		}
	}
	w := in.stdout
	if c.Output == standard {
		w = in.stderr
	}
	_, err = w.Write(report)
	return err
}

// changed reads the changed draft with the marks of the one before.
func (c *carryCommand) changed(in *invocation, before *fill.Template) (*fill.Package, error) {
	next, err := c.openDocx(in, c.Next)
	if err != nil {
		return nil, err
	}
	if marks := before.Schema().Marks; marks != nil {
		next, err = next.WithMarks(marks)
	}
	if err == nil {
		err = next.Marked()
	}
	return next, inFileNamed(c.Next, err)
}

func (c *carryCommand) report(in *invocation, d api.DriftAnswer) ([]byte, error) {
	if c.JSON {
		return indented(d)
	}
	var out bytes.Buffer
	printDrift(&out, in.lang, d)
	return out.Bytes(), nil
}
