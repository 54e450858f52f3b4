package api

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"reportfill/fill"
)

// failure is an error as the client will see it, before its language is known.
type failure struct {
	status int
	code   string
	title  fill.Text
	detail fill.Text
	errors func(fill.Language) []ProblemError
	header map[string]string
}

func newFailure(code string) failure {
	t := problemTypes[code]
	return failure{code: code, status: t.status, title: t.title}
}

// failedIn is the failure of something with faults; zh and en take their number.
func failedIn(code string, faults int, zh, en string, errors func(fill.Language) []ProblemError) failure {
	f := newFailure(code)
	f.detail = fill.Text{ZH: fmt.Sprintf(zh, faults), EN: fmt.Sprintf(en, faults)}
	f.errors = errors
	return f
}

// problem writes the failure down in the language.
func (f failure) problem(l fill.Language) Problem {
	p := Problem{
		Type: typePrefix + f.code, Title: f.title.In(l), Status: f.status,
		Detail: f.detail.In(l), Code: f.code,
	}
	if f.errors != nil {
		p.Errors = f.errors(l)
	}
	return p
}

func failedRefusal(r *refusal) failure {
	f := newFailure(r.code)
	f.detail, f.header = r.detail, r.header
	if r.retryAfter > 0 {
		f.header = map[string]string{"Retry-After": strconv.Itoa(int(r.retryAfter.Seconds()))}
	}
	if len(r.errors) > 0 {
		f.errors = func(l fill.Language) []ProblemError {
			out := make([]ProblemError, len(r.errors))
			for i, e := range r.errors {
				out[i] = ProblemError{Field: e.field, Code: e.code, Message: e.text.In(l)}
			}
			return out
		}
	}
	return f
}

func failedDocument(d *fill.DocumentError) failure {
	code := codeInvalidDocx
	if errors.Is(d, fill.ErrLimit) {
		code = codeTooLarge
	}
	f := newFailure(code)
	f.detail = d.Reason
	if d.Part != "" {
		f.detail = fill.Text{
			ZH: fmt.Sprintf("%s（位于文档部件 %s）", d.Reason.ZH, d.Part),
			EN: fmt.Sprintf("%s (in the part %s)", d.Reason.EN, d.Part),
		}
	}
	f.errors = func(l fill.Language) []ProblemError {
		return []ProblemError{{Code: d.Code, Message: f.detail.In(l)}}
	}
	return f
}

func failedSyntax(s *fill.SyntaxError) failure {
	f := newFailure(codeBadJSON)
	f.detail = atLine(s.Line, s.Column, s.Reason)
	f.errors = func(l fill.Language) []ProblemError {
		return []ProblemError{{Code: codeBadJSON, Message: s.Reason.In(l), Line: s.Line, Column: s.Column}}
	}
	return f
}

func failedValues(invalid *fill.InvalidError) failure {
	errors := func(l fill.Language) []ProblemError { return problemErrors(invalid.Problems, l) }
	if slices.ContainsFunc(invalid.Problems, ofDocument) {
		return failedIn(codeInvalidValues, len(invalid.Problems),
			"文档中有 %d 处读不出填入的数据。请确认文档由此模板填成，且其余文字没有改动。",
			"Places of the document that cannot be read: %d. Make sure that it was filled from this template and that its words are unchanged.", errors)
	}
	return failedIn(codeInvalidValues, len(invalid.Problems),
		"共 %d 处问题，请逐一改正后重新提交。",
		"Problems: %d. Correct each of them and send the values again.", errors)
}

// ofDocument tells a problem of reading a filled document from one of values.
func ofDocument(p fill.Problem) bool {
	return p.Code == fill.CodeNotFound || p.Code == fill.CodeAmbiguous || p.Code == fill.CodeDiffers
}

// problemErrors writes problems of values down in the language; never nil.
func problemErrors(ps []fill.Problem, l fill.Language) []ProblemError {
	out := make([]ProblemError, len(ps))
	for i, p := range ps {
		out[i] = ProblemError{
			Field: p.Field, Label: p.Label, Placeholders: p.Placeholders, Sentence: p.Sentence,
			Code: string(p.Code), Message: p.Message(l),
		}
	}
	return out
}

func atLine(line, column int, reason fill.Text) fill.Text {
	return fill.Text{
		ZH: fmt.Sprintf("第 %d 行第 %d 列：%s", line, column, reason.ZH),
		EN: fmt.Sprintf("Line %d, column %d: %s", line, column, reason.EN),
	}
}
