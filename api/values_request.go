package api

import (
	"encoding/json"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// valuesOptions stand beside the values in the body of check and fill.
type valuesOptions struct {
	Missing  string `json:"missing" validate:"omitempty,oneof=error keep blank"`
	Filename string `json:"filename" validate:"max=200"`

	// Previous are last year's values, a payload in any of its forms.
	Previous json.RawMessage `json:"previous"`
	previous fill.Values
}

// missingQuery is the option missing as a query.
type missingQuery struct {
	Missing string `query:"missing" validate:"omitempty,oneof=error keep blank"`
}

var missingOptions = map[string]fill.Missing{
	"": fill.MissingError, "error": fill.MissingError, "keep": fill.MissingKeep, "blank": fill.MissingBlank,
}

// readValues reads the body of check and fill.
func readValues(c *gin.Context, w *workspace) error {
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
	if err := bindMembers(p.Others, &options, "values"); err != nil {
		return options, err
	}
	options.previous, err = previousValues(options.Previous)
	return options, err
}

// previousValues reads the member previous; null is none.
func previousValues(raw json.RawMessage) (fill.Values, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	values, err := fill.ParseValues(raw)
	if err == nil {
		return values, nil
	}
	r := refuse(codeInvalid, "上年数据 previous 有误。", "previous cannot be read as last year's values.").because(err)
	r.errors = []refusedField{{code: "type", field: "previous", text: fill.Text{
		ZH: "previous 应为上年的数据，格式与 values 相同。", EN: "previous holds last year's values, in the form of values."}}}
	return nil, r
}
