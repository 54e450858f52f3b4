package main

import (
	"fmt"

	"reportfill/api"
	"reportfill/fill"
)

type checkCommand struct {
	draftAndValues
	JSON bool `name:"json" help:"Print JSON."`
}

// Run prints what is wrong with the values, and the computed ones.
func (c *checkCommand) Run(in *invocation) error {
	t, vs, err := c.read(in)
	if err != nil {
		return err
	}
	result := t.Check(vs)
	slips, err := c.compare(in, t, vs, c.limitFlags)
	if err != nil {
		return err
	}
	result.Warnings = append(result.Warnings, slips...)
	if c.JSON {
		err = in.printJSON(api.NewCheckAnswer(result, in.lang))
	} else {
		in.printResult(t, result)
	}
	if err == nil && len(result.Problems) > 0 {
		return reported{exitProblem}
	}
	return err
}

func (in *invocation) printResult(t *fill.Template, r fill.Result) {
	section := func(title fill.Text, n int) {
		if n > 0 {
			fmt.Fprintf(in.stdout, title.In(in.lang)+"\n", n)
		}
	}
	section(fill.Text{ZH: "问题 %d 处：", EN: "Problems: %d"}, len(r.Problems))
	in.printProblems(in.stdout, r.Problems)
	section(fill.Text{ZH: "提醒 %d 处：", EN: "Warnings: %d"}, len(r.Warnings))
	in.printProblems(in.stdout, r.Warnings)
	section(fill.Text{ZH: "计算得出 %d 项：", EN: "Computed: %d"}, len(r.Computed))
	labels := make(map[string]string)
	for _, f := range t.Fields() {
		labels[f.Name] = f.Title()
	}
	for _, e := range r.Computed {
		fmt.Fprintf(in.stdout, "     %s = %s  (%s)\n", e.Name, e.Value.Text, labels[e.Name])
	}
	if len(r.Problems) == 0 {
		fmt.Fprintln(in.stdout, fill.Text{ZH: "数据可以填入。", EN: "The values can be filled in."}.In(in.lang))
	}
}
