package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"github.com/gin-gonic/gin"
)

// templateDocx gives the draft as its author uploaded it.
func (s *server) templateDocx(c *gin.Context) error {
	t, err := s.template(c)
	if err != nil {
		return err
	}
	docx, err := s.library.Docx(c.Request.Context(), t.Ref())
	if err != nil {
		return notFound(err, noTemplate(c))
	}
	return download(c, t.Title, t.SHA256, docx)
}

// templateTagged gives the draft with {{name}} in place of each placeholder.
func (s *server) templateTagged(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	var docx bytes.Buffer
	if err := s.gate.run(c, func() error { return t.Fill.Tagged(&docx) }); err != nil {
		return err
	}
	sum := sha256.Sum256(docx.Bytes())
	return download(c, t.Template.Title+"-tagged", hex.EncodeToString(sum[:]), docx.Bytes())
}
