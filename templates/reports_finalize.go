package templates

import (
	"bytes"
	"context"
	"encoding/json"

	"reportfill/fill"
)

// Finalize makes the document, once, and freezes the report. revision as in
// Patch. With the same once it gives the same answer. *fill.InvalidError:
// something is missing or wrong. ErrNotFound, ErrStale, ErrFinal; ErrKeyUsed:
// once.Key with another body.
func (r *Reports) Finalize(ctx context.Context, a Actor, id string, revision int64, once Once) (*State, error) {
	rep, err := answerOnce(ctx, r.store, r.now(), a, once, func(receipt *Receipt) (*Report, error) {
		s, err := r.alter(ctx, id, revision, func(rep *Report, c *Compiled) (*State, error) {
			final, err := r.finalize(ctx, a, rep, c, receipt)
			return &State{Report: final}, err
		})
		if err != nil {
			return nil, err
		}
		return s.Report, nil
	})
	if err != nil {
		return nil, err
	}
	c, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return nil, err
	}
	return r.state(ctx, rep, c)
}

func (r *Reports) finalize(ctx context.Context, a Actor, rep *Report, c *Compiled, receipt *Receipt) (*Report, error) {
	var docx bytes.Buffer
	payload := rep.Payload()
	if err := c.Fill.Fill(&docx, payload, fill.Options{Missing: fill.MissingError}); err != nil {
		return nil, err
	}
	last, err := r.lastYear(ctx, rep.Previous, c)
	if err != nil {
		return nil, err
	}
	by := a.source(r.now())
	after := *rep
	after.assess(c, last.values)
	after.Status, after.Revision, after.Updated = StatusFinal, rep.Revision+1, by
	m, err := manifest(&after, c, by)
	if err != nil {
		return nil, err
	}
	m.OutputSHA256 = hashOf(docx.Bytes())
	if err := receipt.answer(&after); err != nil {
		return nil, err
	}
	f := &Final{Report: rep.ID, SHA256: m.OutputSHA256, Size: int64(docx.Len()), Manifest: *m}
	e := Entry{Revision: after.Revision, Action: ActionFinalize, Source: by}
	return &after, r.store.FinalizeReport(ctx, &after, e, f, docx.Bytes(), receipt)
}

// manifest tells what goes into the document; what comes out is not known yet.
func manifest(rep *Report, c *Compiled, by Source) (*Manifest, error) {
	payload, err := json.Marshal(rep.Payload())
	if err != nil {
		return nil, err
	}
	replaced, err := replacements(rep, c)
	if err != nil {
		return nil, err
	}
	return &Manifest{
		Report: rep.ID, Title: rep.Title, Template: rep.Template, TemplateSHA256: c.Template.SHA256,
		Payload: string(payload), PayloadSHA256: hashOf(payload), Finalized: by, Placeholders: replaced,
	}, nil
}

func replacements(rep *Report, c *Compiled) ([]Replaced, error) {
	texts, err := c.Fill.Texts(rep.Payload())
	if err != nil {
		return nil, err
	}
	sources := map[string]*Source{}
	for i := range rep.Values {
		sources[rep.Values[i].Field] = &rep.Values[i].Source
	}
	var all []Replaced
	for i, p := range c.Fill.Package().Placeholders() {
		one := Replaced{Number: p.Number, Part: p.Part, Old: p.Text, New: texts[i]}
		if field := c.Template.Schema.Placeholders[i]; field != fill.Ignored {
			one.Field, one.Source = field, sources[field]
		}
		all = append(all, one)
	}
	return all, nil
}
