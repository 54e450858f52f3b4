package main

import "reportfill/fill"

type scanCommand struct {
	Draft    string `arg:"" help:"A .docx, or the name of a template."`
	JSON     bool   `name:"json" xor:"form" help:"Print what POST /api/v1/scan answers."`
	Fields   bool   `xor:"form" help:"Print a fields file for the author to go on with."`
	Doubtful bool   `help:"Take the doubtful placeholders as fields as well."`
	Output   string `short:"o" default:"-" help:"The file to write; - for standard output."`
	storeFlags
	limitFlags
}

// Run surveys the draft.
func (c *scanCommand) Run(in *invocation) error {
	p, schema, err := c.draft(in)
	if err != nil {
		return err
	}
	var out []byte
	switch {
	case c.JSON:
		out, err = indented(fill.NewScan(p, schema, in.lang))
	case c.Fields:
		out = fill.FormatSchema(schema, p.Placeholders())
	default:
		width := 0
		if c.Output == standard {
			width = widthOf(in.stdout)
		}
		out = scanTable(fill.NewScan(p, schema, in.lang), in.lang, width)
	}
	if err != nil {
		return err
	}
	return in.write(c.Output, out, c.Draft)
}

// draft reads a .docx with the fields that its sentences suggest, or gives a
// template with its own.
func (c *scanCommand) draft(in *invocation) (*fill.Package, fill.Schema, error) {
	if isFile(c.Draft) {
		p, err := c.openDocx(in, c.Draft)
		if err != nil {
			return nil, fill.Schema{}, err
		}
		if c.Doubtful {
			return p, fill.DoubtfulSchema(p), nil
		}
		return p, fill.DefaultSchema(p), nil
	}
	ref, err := parseRef(c.Draft)
	if err != nil {
		return nil, fill.Schema{}, err
	}
	t, err := c.template(in, ref, c.limits())
	if err != nil {
		return nil, fill.Schema{}, err
	}
	return t.Package(), t.Schema(), nil
}
