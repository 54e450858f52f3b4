package batch

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"runtime"

	"reportfill/fill"
)

// Options set how a batch is made. The zero value is good.
type Options struct {
	Name     Pattern
	Missing  fill.Missing
	Language fill.Language // of results.csv; empty means Chinese
	Workers  int           // 0 means as many as there are processors

	// Keep is called for each row that can be filled, by several workers at
	// once, and gives the id under which its report is kept; nil keeps none. An
	// error that wraps fill.ErrInvalid or a Refusal is the row's; any other ends
	// the batch.
	Keep func(ctx context.Context, row *Row, title string) (id string, err error)

	// Turn is called before each row and gives the function that ends its turn,
	// so that a batch leaves room for other work; nil waits for nobody. An error
	// ends the batch.
	Turn func(ctx context.Context) (end func(), err error)

	// Progress is called after each row, in their order; nil for nobody.
	Progress func(Summary)
}

// Summary is how far a batch has come.
type Summary struct {
	Rows    int // read and done with
	Made    int
	Refused int
	First   []RowFaults // the first rows that were refused, at most FirstFaults
}

// RowFaults are the faults of one row.
type RowFaults struct {
	Row    int
	Faults []Fault
}

// FirstFaults bounds Summary.First.
const FirstFaults = 20

// Refusal is an error of Keep that is of the row, in words for whoever sent it.
type Refusal struct {
	Problems []fill.Problem
}

// Error gives the first problem in English.
func (r *Refusal) Error() string { return r.Problems[0].Message(fill.English) }

// Run makes the documents of all rows and writes the zip. A row that cannot be
// made is told in results.csv, and the others go on. It ends early when the
// context does, when w fails, and when the source can read no further; the zip
// is incomplete then.
func Run(ctx context.Context, w io.Writer, t *fill.Template, s Source, o Options) (Summary, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	res, err := newResults(o.Language)
	if err != nil {
		return Summary{}, err
	}
	out := &output{zip: storedEntries{zip.NewWriter(w)}, results: res, names: names{}, progress: o.Progress}
	err = pipeline(ctx, o.Workers, s, func(ctx context.Context, j *job) error { return j.takeTurn(ctx, t, o) }, out.write)
	if err == nil {
		err = out.end()
	}
	return out.summary, errors.Join(err, res.close())
}

// output writes what the workers made, in the order of the rows.
type output struct {
	zip      storedEntries
	results  *results
	names    names
	summary  Summary
	progress func(Summary)
}

func (o *output) write(j *job) error {
	o.summary.Rows++
	if err := o.add(j); err != nil {
		return err
	}
	if o.progress != nil {
		o.progress(o.summary)
	}
	return nil
}

func (o *output) add(j *job) error {
	if j.faults != nil {
		o.summary.Refused++
		if len(o.summary.First) < FirstFaults {
			o.summary.First = append(o.summary.First, RowFaults{Row: j.row.Number, Faults: j.faults})
		}
		return o.results.refused(j.row.Number, j.faults)
	}
	o.summary.Made++
	name := o.names.unique(j.name)
	if err := o.zip.add(name, j.docx); err != nil {
		return err
	}
	return o.results.made(j.row.Number, name, j.report, j.notes)
}

// end writes results.csv and the directory of the zip.
func (o *output) end() error {
	_, size, err := o.results.reader()
	if err != nil {
		return err
	}
	if err := o.zip.copy(ResultsName, o.results.file, size); err != nil {
		return err
	}
	return o.zip.zip.Close()
}
