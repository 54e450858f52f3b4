package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// deleteTemplate removes a template with all its versions. One version alone
// cannot be removed.
func (s *server) deleteTemplate(c *gin.Context) error {
	ref, err := templateRef(c)
	if err != nil {
		return err
	}
	if ref.Version != 0 {
		return refuse(codeConflict,
			"版本不可单独删除。请删除整个模板 "+ref.ID+"。",
			"A version cannot be removed alone. Remove the template "+ref.ID+" as a whole.")
	}
	if err := s.library.Delete(c.Request.Context(), ref.ID); err != nil {
		return notFound(err, noTemplate(c))
	}
	c.Status(http.StatusNoContent)
	return nil
}
