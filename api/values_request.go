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

// bindValues reads the body of check and fill into the workspace: {"values": …}
// with its options, or a payload alone, by name or by position.
func bindValues(c *gin.Context, w *workspace) (valuesOptions, error) {
	var options valuesOptions
	if _, err := mediaType(c, typeJSON); err != nil {
		return options, err
	}
	if err := readInto(&w.body, c); err != nil {
		return options, err
	}
	p, err := fill.ParsePayloadIn(w.values, w.body.Bytes())
	if err != nil {
		return options, err
	}
	w.values = p.Values
	return options, bindMembers(p.Others, &options)
}
