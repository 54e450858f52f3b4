package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// extractValues reads the values of a filled document back.
func (s *server) extractValues(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	docx, err := readDocument(c)
	if err != nil {
		return err
	}
	var values fill.Values
	err = s.gate.run(c, func() error {
		filled, err := fill.Open(docx, s.limits.Document)
		if err != nil {
			return err
		}
		values, err = t.Fill.Extract(filled)
		return err
	})
	if err != nil {
		return err
	}
	return answer(c, http.StatusOK, valuesAnswer{values})
}
