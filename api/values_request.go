package api

import (
	"errors"
	"slices"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// valuesRequest is the body of check and fill: {"values": …} with its options,
// or a payload alone, by name or by position.
type valuesRequest struct {
	Values   rawValues `json:"values"`
	Missing  string    `json:"missing" validate:"omitempty,oneof=error keep blank"`
	Filename string    `json:"filename" validate:"max=200"`
}

// rawValues is a payload that is not read yet: fill.ParseValues reads it, where
// its digits stay as they are written.
type rawValues struct{}

// UnmarshalJSON leaves the payload where it is.
func (*rawValues) UnmarshalJSON([]byte) error { return nil }

// missingQuery is the option of fill as a query.
type missingQuery struct {
	Missing string `query:"missing" validate:"omitempty,oneof=error keep blank"`
}

var missingOptions = map[string]fill.Missing{
	"": fill.MissingError, "error": fill.MissingError, "keep": fill.MissingKeep, "blank": fill.MissingBlank,
}

// bindValues reads the body of check and fill.
func bindValues(c *gin.Context) (valuesRequest, fill.Values, error) {
	var request valuesRequest
	body, err := readJSON(c, typeJSON)
	if err != nil {
		return request, nil, err
	}
	values, wrapped := envelope(body)
	if !wrapped {
		vs, err := fill.ParseValues(body)
		return request, vs, err
	}
	if err := decodeObject(body, &request); err != nil {
		return request, nil, err
	}
	if err := validateRequest(&request); err != nil {
		return request, nil, err
	}
	vs, err := parseMember(body, values)
	return request, vs, err
}

// envelope finds the member values of a body that has one.
func envelope(body []byte) (member, bool) {
	ms, _ := members(body)
	i := slices.IndexFunc(ms, func(m member) bool { return m.name == "values" })
	if i < 0 {
		return member{}, false
	}
	return ms[i], true
}

// parseMember reads the payload that is a member of the body. Faults are placed
// in the body.
func parseMember(body []byte, m member) (fill.Values, error) {
	const wrapper = `{"values":`
	vs, err := fill.ParseValues(slices.Concat([]byte(wrapper), m.raw, []byte("}")))
	var syntax *fill.SyntaxError
	if !errors.As(err, &syntax) {
		return vs, err
	}
	line, column := position(body, m.from)
	moved := *syntax
	if moved.Line == 1 {
		moved.Column += column - 1 - len(wrapper)
	}
	moved.Line += line - 1
	return nil, &moved
}
