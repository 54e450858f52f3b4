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

// readValues reads the body of check and fill, unless its work would be turned away.
func (s *server) readValues(c *gin.Context, w *workspace) error {
	if err := s.gate.full(); err != nil {
		return err
	}
	if _, err := mediaType(c, typeJSON); err != nil {
		return err
	}
	return readInto(&w.body, c)
}

// bind finds the values in the body: {"values": …} with its options, or a payload
// alone, by name or by position.
func (w *workspace) bind() (valuesOptions, error) {
	var options valuesOptions
	p, err := fill.ParsePayloadIn(w.values, w.body.Bytes())
	if err != nil {
		return options, err
	}
	w.values = p.Values
	return options, bindMembers(p.Others, &options)
}
