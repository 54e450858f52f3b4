package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// scan finds the placeholders of a .docx and keeps nothing.
func (s *server) scan(c *gin.Context) error {
	docx, err := readDocument(c)
	if err != nil {
		return err
	}
	p, err := fill.Open(docx, s.limits.Document)
	if err != nil {
		return err
	}
	l := s.language(c)
	c.Header("Content-Language", string(l))
	return answer(c, http.StatusOK, fill.NewScan(p, fill.DefaultSchema(p), l))
}
