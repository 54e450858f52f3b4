package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// templateSchema gives the JSON Schema 2020-12 of the payload.
func (s *server) templateSchema(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	l := s.language(c)
	schema, err := t.Fill.JSONSchema(l)
	if err != nil {
		return err
	}
	c.Header("Content-Language", string(l))
	writeBody(c, http.StatusOK, typeSchema, schema)
	return nil
}

// valuesAnswer is a payload, in the form in which it can be sent.
type valuesAnswer struct {
	Values fill.Values `json:"values"`
}

// templateExample gives a payload that passes.
func (s *server) templateExample(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	var values fill.Values
	err = s.gate.run(c, func() error {
		values = t.Fill.Example()
		return nil
	})
	if err != nil {
		return err
	}
	return answer(c, http.StatusOK, valuesAnswer{values})
}
