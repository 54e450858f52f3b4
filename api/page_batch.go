package api

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"reportfill/api/web"
)

// batchPage makes many reports of one template at once.
func (s *server) batchPage(c *gin.Context) error {
	templates, err := s.allTemplates(c)
	if err != nil {
		return err
	}
	return s.page(c, http.StatusOK, "batch", web.Batch{
		Templates: templates, Store: slices.Contains(reporters, actorOf(c).Role),
	})
}
