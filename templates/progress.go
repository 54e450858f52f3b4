package templates

import (
	"slices"

	"reportfill/fill"
)

// judge tells all that is wrong with the values, and, where there are last
// year's, what of them looks like a slip.
func (c *Compiled) judge(vs, previous fill.Values) fill.Result {
	result := c.Fill.Check(vs)
	if previous != nil {
		result.Warnings = append(result.Warnings, c.Fill.Compare(vs, previous)...)
	}
	return result
}

// assess derives status and progress of a report that is not final, and gives
// what they follow from.
func (r *Report) assess(c *Compiled, previous fill.Values) fill.Result {
	result := c.judge(r.Payload(), previous)
	r.Progress = progress(c, r.Values, result)
	r.Status = StatusDraft
	if len(result.Problems) == 0 {
		r.Status = StatusComplete
	}
	return result
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
