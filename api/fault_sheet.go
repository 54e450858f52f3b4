package api

import (
	"errors"

	"reportfill/fill"
	"reportfill/templates/batch"
	"reportfill/templates/sheet"
)

// sheetFault is the failure of a workbook, of a form's values, or of a batch's
// rows as a whole.
func sheetFault(err error) (failure, bool) {
	var (
		values   *sheet.InvalidError
		workbook *sheet.Error
		rows     *batch.Error
	)
	switch {
	case errors.As(err, &values):
		return failedCells(values), true
	case errors.As(err, &workbook):
		code := codeInvalidDocx
		if errors.Is(workbook, sheet.ErrLimit) {
			code = codeTooLarge
		}
		return failedFile(code, workbook.Code, workbook.Reason, nil), true
	case errors.As(err, &rows):
		code := codeInvalid
		if errors.Is(rows, batch.ErrLimit) {
			code = codeTooLarge
		}
		return failedFile(code, rows.Code, rows.Reason, rows.Faults), true
	}
	return failure{}, false
}

func failedCells(invalid *sheet.InvalidError) failure {
	return failedIn(codeInvalidValues, len(invalid.Problems),
		"填报表中有 %d 处问题，请在表中逐一改正后重新上传。",
		"Problems of the form: %d. Correct each cell and send the form again.",
		func(l fill.Language) []ProblemError { return cellErrors(invalid.Problems, l) })
}

// failedFile is the failure of a file, with the faults of its columns or one
// that says why.
func failedFile(code, reason string, text fill.Text, faults []batch.Fault) failure {
	f := newFailure(code)
	f.detail = text
	f.errors = func(l fill.Language) []ProblemError {
		if faults == nil {
			return []ProblemError{{Code: reason, Message: text.In(l)}}
		}
		out := make([]ProblemError, len(faults))
		for i, e := range faults {
			out[i] = problemErrors([]fill.Problem{e.Problem}, l)[0]
			out[i].Cell = e.Cell
		}
		return out
	}
	return f
}

// cellErrors writes problems of a form down in the language; never nil.
func cellErrors(ps []sheet.Problem, l fill.Language) []ProblemError {
	out := make([]ProblemError, len(ps))
	for i, p := range ps {
		out[i] = problemErrors([]fill.Problem{p.Problem}, l)[0]
		out[i].Cell = p.Cell
	}
	return out
}
