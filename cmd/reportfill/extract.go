package main

import "reportfill/fill"

type extractCommand struct {
	Filled   string `arg:"" help:"The filled .docx."`
	Template string `help:"The template that it was filled from." xor:"draft" required:""`
	Draft    string `help:"The draft that it was filled from." xor:"draft" required:""`
	Output   string `short:"o" default:"-" help:"The JSON to write; - for standard output."`
	draftFlags
}

// Run prints {"values": {…}}.
func (c *extractCommand) Run(in *invocation) error {
	from := c.Draft
	if from == "" {
		from = c.Template
	}
	if err := onlyOneStandard(c.Filled, from, c.Fields); err != nil {
		return err
	}
	t, err := c.compiled(in, from)
	if err != nil {
		return err
	}
	p, err := c.openDocx(in, c.Filled)
	if err != nil {
		return err
	}
	vs, err := t.Extract(p)
	if err != nil {
		return inFileNamed(c.Filled, err)
	}
	out, err := indented(map[string]fill.Values{"values": vs})
	if err != nil {
		return err
	}
	return in.write(c.Output, out, c.Filled, from, c.Fields)
}
