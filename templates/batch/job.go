package batch

import (
	"context"
	"errors"

	"reportfill/fill"
)

// job is one row under way.
type job struct {
	row    *Row
	docx   []byte  // the document; its room is used again
	name   string  // of the document, without extension
	report string  // the id that it is kept under
	faults []Fault // why there is no document
	notes  []Fault
	done   chan struct{} // closed when a worker is done with it
}

// maxKept bounds the room that a job keeps for the next row.
const maxKept = 1 << 20

func (j *job) begin(row *Row) {
	room := j.docx[:0]
	if cap(room) > maxKept {
		room = nil
	}
	*j = job{row: row, docx: room, done: make(chan struct{})}
}

// takeTurn makes the row when it has its turn.
func (j *job) takeTurn(ctx context.Context, t *fill.Template, o Options) error {
	if o.Turn != nil {
		end, err := o.Turn(ctx)
		if err != nil {
			return err
		}
		defer end()
	}
	return j.make(ctx, t, o)
}

// make fills the row in. The error is not of the row.
func (j *job) make(ctx context.Context, t *fill.Template, o Options) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	j.row.parse()
	j.faults, j.notes = j.row.Faults, j.row.Notes
	docx, result, err := t.AppendChecked(j.docx, j.row.Values, fill.Options{Missing: o.Missing})
	if invalid := new(fill.InvalidError); errors.As(err, &invalid) {
		j.refuse(invalid.Problems)
		return nil
	}
	if err != nil {
		return err
	}
	j.docx = docx
	if j.faults != nil {
		return nil
	}
	j.notes = append(j.notes, j.row.placeAll(result.Warnings)...)
	j.name = o.Name.name(j.row, t, result.Computed)
	return j.keep(ctx, o)
}

// refuse adds what the template has against the values. Where a cell was not
// understood, the value that it would have given is not missing.
func (j *job) refuse(problems []fill.Problem) {
	doubted := map[string]bool{}
	for _, f := range j.row.Faults {
		doubted[f.Field] = f.Field != ""
	}
	unreadable := len(j.row.Faults) > 0 && j.row.Values == nil
	for _, p := range problems {
		if p.Code == fill.CodeMissing && (doubted[p.Field] || unreadable) {
			continue
		}
		j.faults = append(j.faults, j.row.place(p))
	}
}

func (j *job) keep(ctx context.Context, o Options) error {
	if o.Keep == nil {
		return nil
	}
	id, err := o.Keep(ctx, j.row, j.name)
	var invalid *fill.InvalidError
	var refused *Refusal
	switch {
	case errors.As(err, &refused):
		j.refuse(refused.Problems)
	case errors.As(err, &invalid):
		j.refuse(invalid.Problems)
	case err != nil:
		return err
	}
	j.report = id
	return nil
}
