package api

import (
	"errors"

	"reportfill/fill"
)

// fieldsError is a schema whose faults have places in the fields file that it was
// read from.
type fieldsError struct {
	schema *fill.SchemaError
	file   []byte
}

// Error gives the first fault in English.
func (e *fieldsError) Error() string { return e.schema.Error() }

// Unwrap gives the schema's error.
func (e *fieldsError) Unwrap() error { return e.schema }

// inFields places the faults of a schema in the fields file that it was read
// from; any other error stays as it is.
func inFields(err error, file []byte) error {
	var schema *fill.SchemaError
	if len(file) > 0 && errors.As(err, &schema) {
		return &fieldsError{schema: schema, file: file}
	}
	return err
}

// fieldsFault is the failure of a fields file: that it cannot be read, or what
// is wrong with the schema in it.
func fieldsFault(err error) (failure, bool) {
	var (
		syntax fill.SyntaxErrors
		placed *fieldsError
		schema *fill.SchemaError
	)
	switch {
	case errors.As(err, &syntax):
		return failedFields(len(syntax), func(l fill.Language) []ProblemError { return syntaxProblems(syntax, l) }), true
	case errors.As(err, &placed):
		return failedFields(len(placed.schema.Faults), placed.problems), true
	case errors.As(err, &schema):
		return failedFields(len(schema.Faults), (&fieldsError{schema: schema}).problems), true
	}
	return failure{}, false
}

func failedFields(faults int, errors func(fill.Language) []ProblemError) failure {
	return failedIn(codeInvalidFields, faults,
		"字段文件共 %d 处问题，请逐一改正后重新提交。",
		"Faults of the fields file: %d. Correct each of them and send it again.", errors)
}

func syntaxProblems(faults fill.SyntaxErrors, l fill.Language) []ProblemError {
	out := make([]ProblemError, len(faults))
	for i, s := range faults {
		out[i] = ProblemError{Code: "syntax", Message: s.Reason.In(l), Line: s.Line, Column: s.Column}
	}
	return out
}

func (e *fieldsError) problems(l fill.Language) []ProblemError {
	out := make([]ProblemError, len(e.schema.Faults))
	for i, f := range e.schema.Faults {
		out[i] = ProblemError{Field: f.Path, Code: "schema", Message: f.Text.In(l)}
		if e.file != nil {
			out[i].Line, out[i].Column = fill.LocateFault(e.file, f.Path)
		}
	}
	return out
}
