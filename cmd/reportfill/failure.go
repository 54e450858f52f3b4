package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/batch"
	"reportfill/templates/sheet"
)

// told is an error in both languages, with its exit code.
type told struct {
	code int
	text fill.Text
}

func (e told) Error() string { return e.text.EN }

func wrongUse(zh, en string) error { return told{exitUsage, fill.Text{ZH: zh, EN: en}} }

// reported is a failure that the command has printed itself.
type reported struct{ code int }

func (reported) Error() string { return "reported" }

// fail prints the error as a clerk reads it and gives the exit code.
func (in *invocation) fail(err error) int {
	var (
		done reported
		text told
		use  usageError
	)
	switch {
	case errors.As(err, &done):
		return done.code
	case errors.As(err, &text):
		in.complain(text.text)
		return text.code
	case errors.As(err, &use):
		in.complain(fill.Text{
			ZH: use.text.ZH + "\n用法见 " + use.command + " --help。",
			EN: use.text.EN + "\n" + use.command + " --help tells how it is used.",
		})
		return exitUsage
	case in.Err() != nil && errors.Is(err, context.Cause(in)):
		in.complain(fill.Text{ZH: "已中断，没有做完。", EN: "interrupted before it was done"})
		return exitProblem
	}
	return in.failDocument(err)
}

// failDocument prints what is wrong with values, a document or a store.
func (in *invocation) failDocument(err error) int {
	var (
		place    string
		named    *inFile
		document *fill.DocumentError
		syntax   = syntaxFaults(err)
		invalid  *fill.InvalidError
		input    *templates.InputError
		rows     *batch.Error
		workbook *sheet.Error
	)
	if errors.As(err, &named) {
		place = in.placeOf(named.name)
	}
	switch {
	case len(syntax) > 0:
		in.complainOfSyntax(place, syntax)
	case errors.As(err, &document):
		in.complain(documentText(place, document))
	case errors.As(err, &invalid):
		in.printProblems(in.stderr, invalid.Problems)
	case errors.As(err, &input):
		in.complain(input.Reason)
	case errors.As(err, &workbook):
		in.complain(fill.Text{ZH: place + workbook.Reason.ZH, EN: place + workbook.Reason.EN})
	case errors.As(err, &rows):
		in.complainOfRows(place, rows)
	default:
		if why, ok := misnamed(err); ok {
			in.complain(why)
			return exitUsage
		}
		in.complain(fill.Text{ZH: "出错了：" + err.Error(), EN: err.Error()})
	}
	return exitProblem
}

// placeOf is what a complaint about a file begins with.
func (in *invocation) placeOf(name string) string {
	if name == standard {
		name = fill.Text{ZH: "标准输入", EN: "standard input"}.In(in.lang)
	}
	return name + ": "
}

// complainOfSyntax tells where JSON or a fields file cannot be read.
func (in *invocation) complainOfSyntax(place string, faults fill.SyntaxErrors) {
	for _, s := range faults {
		in.complain(fill.Text{
			ZH: fmt.Sprintf("%s第 %d 行第 %d 列：%s", place, s.Line, s.Column, s.Reason.ZH),
			EN: fmt.Sprintf("%sline %d, column %d: %s", place, s.Line, s.Column, s.Reason.EN),
		})
	}
}

// complainOfRows tells what is wrong with the rows of a batch as a whole.
func (in *invocation) complainOfRows(place string, rows *batch.Error) {
	in.complain(fill.Text{ZH: place + rows.Reason.ZH, EN: place + rows.Reason.EN})
	for _, f := range rows.Faults {
		if !strings.Contains(rows.Reason.ZH, f.Text.ZH) { // it may list them itself
			in.complain(f.Text)
		}
	}
}

func documentText(place string, d *fill.DocumentError) fill.Text {
	t := fill.Text{ZH: place + d.Reason.ZH, EN: place + d.Reason.EN}
	if d.Part != "" {
		t.ZH += "（文档部件 " + d.Part + "）"
		t.EN += " (in the part " + d.Part + ")"
	}
	return t
}

// complain prints one message to stderr.
func (in *invocation) complain(t fill.Text) {
	fmt.Fprintln(in.stderr, "reportfill: "+strings.TrimSuffix(t.In(in.lang), "\n"))
}

// inFile is an error of the file that it names.
type inFile struct {
	name string
	err  error
}

func (e *inFile) Error() string { return e.name + ": " + e.err.Error() }
func (e *inFile) Unwrap() error { return e.err }

// inFileNamed names the file of an error; nil stays nil.
func inFileNamed(name string, err error) error {
	if err == nil {
		return nil
	}
	return &inFile{name: name, err: err}
}

// syntaxFaults gives the faults of a payload (one) or of a fields file (all).
func syntaxFaults(err error) fill.SyntaxErrors {
	var all fill.SyntaxErrors
	if errors.As(err, &all) {
		return all
	}
	var one *fill.SyntaxError
	if errors.As(err, &one) {
		return fill.SyntaxErrors{one}
	}
	return nil
}

// located gives the faults of a schema their places in the fields file that it was
// read from, and any other error as it is.
func located(err error, file []byte) error {
	var faulty *fill.SchemaError
	if !errors.As(err, &faulty) {
		return err
	}
	out := make(fill.SyntaxErrors, len(faulty.Faults))
	for i, f := range faulty.Faults {
		line, column := fill.LocateFault(file, f.Path)
		out[i] = &fill.SyntaxError{Line: line, Column: column, Reason: f.Text}
	}
	return out
}
