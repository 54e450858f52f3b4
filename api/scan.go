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
	l := s.language(c)
	var scan fill.Scan
	err = s.gate.run(c, func() error {
		p, err := fill.Open(docx, s.limits.Document)
		if err != nil {
			return err
		}
		scan = fill.NewScan(p, fill.DefaultSchema(p), l)
		return nil
	})
	if err != nil {
		return err
	}
	c.Header("Content-Language", string(l))
	return answer(c, http.StatusOK, scan)
}
