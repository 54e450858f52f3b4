package main

import (
	"fmt"

	"reportfill/fill"
)

type compileCommand struct {
	Draft      string `arg:"" help:"A .docx, or the name of a template."`
	FieldsFile string `arg:"" optional:"" help:"The fields file (YAML or JSON), as --fields."`
	draftFlags
}

// Run tells all faults of the fields file at once, or what it makes of the draft.
func (c *compileCommand) Run(in *invocation) error {
	if c.FieldsFile != "" {
		if c.Fields != "" {
			return wrongUse("字段文件给了两个，请只留一个。", "there are two fields files: keep one.")
		}
		c.Fields = c.FieldsFile
	}
	if err := onlyOneStandard(c.Draft, c.Fields); err != nil {
		return err
	}
	t, err := c.compiled(in, c.Draft)
	if err != nil {
		return err
	}
	schema := t.Schema()
	_, err = fmt.Fprintf(in.stdout, fill.Text{
		ZH: "占位符 %d 处，字段 %d 个，计算字段 %d 个，校验 %d 条：没有问题。\n",
		EN: "Placeholders: %d, fields: %d, computed: %d, checks: %d. No faults.\n",
	}.In(in.lang), len(t.Package().Placeholders()), len(schema.Fields), len(schema.Computed), len(schema.Checks))
	return err
}
