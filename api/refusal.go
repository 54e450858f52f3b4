package api

import (
	"time"

	"reportfill/fill"
)

// refusal is an error whose words are meant for the client.
type refusal struct {
	code       string // a code of the table in problem.go
	detail     fill.Text
	errors     []refusedField
	retryAfter time.Duration // 0 for none
	header     map[string]string
	cause      error // for the log; may be nil
}

// refusedField is one entry of a problem's errors, before its language is known.
type refusedField struct {
	code  string
	field string
	text  fill.Text
}

// Error gives the code and the detail in English.
func (r *refusal) Error() string {
	s := r.code + ": " + r.detail.EN
	if r.cause != nil {
		s += ": " + r.cause.Error()
	}
	return s
}

// Unwrap gives the cause.
func (r *refusal) Unwrap() error { return r.cause }

// refuse is a refusal with a detail in both languages.
func refuse(code, zh, en string) *refusal {
	return &refusal{code: code, detail: fill.Text{ZH: zh, EN: en}}
}

func (r *refusal) because(err error) *refusal {
	r.cause = err
	return r
}
