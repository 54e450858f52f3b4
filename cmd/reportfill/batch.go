package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"reportfill/fill"
	"reportfill/templates/batch"
)

type batchCommand struct {
	Draft   string `arg:"" help:"A .docx, or the name of a template."`
	Rows    string `arg:"" help:"One report a row: .xlsx, .csv, a JSON array, or NDJSON; - for standard input."`
	Output  string `short:"o" required:"" help:"The .zip to write; - for standard output."`
	Name    string `help:"Names of the documents, such as {city}.docx, by fields and {row}."`
	Format  string `enum:"auto,xlsx,csv,json,ndjson" default:"auto" help:"How the rows are held: auto, xlsx, csv, json or ndjson."`
	Missing string `enum:"error,keep,blank" default:"error" help:"What becomes of missing values: error, keep (the X stays, highlighted) or blank."`
	MaxRows int    `help:"Rows of one batch." default:"100000"`
	draftFlags
}

// Run makes a document of each row. Rows that cannot be made are told, and end
// it with exitProblem once the others are done.
func (c *batchCommand) Run(in *invocation) (err error) {
	if err := onlyOneStandard(c.Draft, c.Rows, c.Fields); err != nil {
		return err
	}
	t, err := c.compiled(in, c.Draft)
	if err != nil {
		return err
	}
	title := strings.TrimSuffix(filepath.Base(c.Draft), filepath.Ext(c.Draft))
	pattern, err := batch.ParsePattern(c.Name, title, t)
	if err != nil {
		return err
	}
	source, err := c.open(in, t)
	if err != nil {
		return inFileNamed(c.Rows, err)
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	var summary batch.Summary
	err = in.writeBy(c.Output, func(w io.Writer) error {
		bar := in.bar(source.Rows())
		defer bar.end()
		o := batch.Options{Name: pattern, Missing: missingOptions[c.Missing], Language: in.lang, Progress: bar.show}
		summary, err = batch.Run(in, w, t, source, o)
		return err
	}, c.Draft, c.Rows, c.Fields)
	if err != nil {
		return inFileNamed(c.Rows, err)
	}
	return in.printSummary(c.Output, summary)
}

// open reads the rows. Standard input is kept in a temporary file first: rows
// are counted before they are read.
func (c *batchCommand) open(in *invocation, t *fill.Template) (batch.Source, error) {
	format := batch.Format(c.Format)
	if c.Format == "auto" {
		format = batch.FormatOf(c.Rows)
	}
	limits := batch.Limits{Rows: c.MaxRows}
	limits.Sheet.Rows = c.MaxRows + 1 // and the header
	if c.Rows != standard {
		return batch.Open(c.Rows, format, t, limits)
	}
	f, err := os.CreateTemp("", "reportfill-rows-*")
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(f, in.stdin)
	if err = errors.Join(err, f.Close()); err == nil {
		var s batch.Source
		if s, err = batch.Open(f.Name(), format, t, limits); err == nil {
			return temporary{s, f.Name()}, nil
		}
	}
	return nil, errors.Join(err, os.Remove(f.Name()))
}

// temporary is a source whose file goes with it.
type temporary struct {
	batch.Source
	path string
}

// Close lets the file go and removes it.
func (t temporary) Close() error { return errors.Join(t.Source.Close(), os.Remove(t.path)) }

// printSummary tells what became of the rows, and the first that were refused.
func (in *invocation) printSummary(output string, s batch.Summary) error {
	for _, row := range s.First {
		for _, f := range row.Faults {
			fmt.Fprintf(in.stderr, "%s%s\n", in.rowPlace(row.Row, f.Cell), f.Message(in.lang))
		}
	}
	if more := s.Refused - len(s.First); more > 0 {
		fmt.Fprintf(in.stderr, fill.Text{ZH: "……还有 %d 行\n", EN: "… and %d rows more\n"}.In(in.lang), more)
	}
	fmt.Fprintf(in.stderr, fill.Text{
		ZH: "共 %d 行：生成 %d 份，未生成 %d 行。详见 %s 中的 %s。\n",
		EN: "Rows: %d. Reports: %d, refused: %d. %[5]s in %[4]s tells of each.\n",
	}.In(in.lang), s.Rows, s.Made, s.Refused, output, batch.ResultsName)
	if s.Refused > 0 {
		return reported{exitProblem}
	}
	return nil
}

// rowPlace names a row, and the cell in it where there is one.
func (in *invocation) rowPlace(row int, cell string) string {
	if cell != "" {
		return fmt.Sprintf(fill.Text{ZH: "第 %d 行 %s：", EN: "row %d, %s: "}.In(in.lang), row, cell)
	}
	return fmt.Sprintf(fill.Text{ZH: "第 %d 行：", EN: "row %d: "}.In(in.lang), row)
}
