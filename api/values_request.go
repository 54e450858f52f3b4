package api

import (
	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// valuesOptions stand beside the values in the body of check and fill.
type valuesOptions struct {
	Missing  string `json:"missing" validate:"omitempty,oneof=error keep blank"`
	Filename string `json:"filename" validate:"max=200"`
}

// missingQuery is the option missing as a query.
type missingQuery struct {
	Missing string `query:"missing" validate:"omitempty,oneof=error keep blank"`
}

var missingOptions = map[string]fill.Missing{
	"": fill.MissingError, "error": fill.MissingError, "keep": fill.MissingKeep, "blank": fill.MissingBlank,
}

// bindValues reads the body of check and fill: {"values": …} with its options,
// or a payload alone, by name or by position.
func bindValues(c *gin.Context) (fill.Values, valuesOptions, error) {
	var options valuesOptions
	body, err := readJSON(c, typeJSON)
	if err != nil {
		return nil, options, err
	}
	p, err := fill.ParsePayload(body)
	if err != nil {
		return nil, options, err
	}
	return p.Values, options, bindMembers(p.Others, &options)
}
