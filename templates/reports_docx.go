package templates

import (
	"bytes"
	"context"

	"reportfill/fill"
)

// Docx gives the document: the one kept of a final report, else one made from
// the values that are there. ErrNotFound; *fill.InvalidError: a value is wrong,
// or, by MissingError, missing.
func (r *Reports) Docx(ctx context.Context, id string, m fill.Missing) (*Document, error) {
	rep, err := r.report(ctx, id)
	if err != nil {
		return nil, err
	}
	docx, err := r.docx(ctx, rep, m)
	if err != nil {
		return nil, err
	}
	return &Document{Name: fileName(rep.Title), Bytes: docx, SHA256: hashOf(docx), Report: rep}, nil
}

func (r *Reports) docx(ctx context.Context, rep *Report, m fill.Missing) ([]byte, error) {
	if rep.Status == StatusFinal {
		f, err := r.store.Final(ctx, rep.ID)
		if err != nil {
			return nil, err
		}
		return document(ctx, r.store, f.SHA256)
	}
	c, err := r.library.Compiled(ctx, rep.Template)
	if err != nil {
		return nil, err
	}
	var docx bytes.Buffer
	err = c.Fill.Fill(&docx, rep.Payload(), fill.Options{Missing: m})
	return docx.Bytes(), err
}
