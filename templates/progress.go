package templates

import (
	"slices"

	"reportfill/fill"
)

// assess derives status and progress of a report that is not final.
func (r *Report) assess(c *Compiled) {
	result := c.Fill.Check(r.Payload())
	r.Progress = progress(c, r.Values, result)
	r.Status = StatusDraft
	if len(result.Problems) == 0 {
		r.Status = StatusComplete
	}
}

func progress(c *Compiled, held []Held, result fill.Result) Progress {
	p := Progress{Warnings: len(result.Warnings)}
	for name := range c.fields {
		if !c.computed[name] {
			p.Fields++
		}
	}
	for _, h := range held {
		if !c.computed[h.Field] {
			p.Given++
		}
	}
	for _, problem := range result.Problems {
		if problem.Code != fill.CodeMissing {
			p.Problems++
			continue
		}
		p.Missing++
		if owner := c.fields[problem.Field].Owner; owner != "" && !slices.Contains(p.Waiting, owner) {
			p.Waiting = append(p.Waiting, owner)
		}
	}
	slices.Sort(p.Waiting)
	return p
}
