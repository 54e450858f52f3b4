package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// homePage leads to the first place that is open to whoever is signed in.
func (s *server) homePage(c *gin.Context) error {
	places := s.frame(c).Places()
	if len(places) == 0 {
		return refuse(codeForbidden,
			"您的令牌不能使用这些页面。请向管理员申请相应的令牌。",
			"Your token opens none of these pages. Ask the operator for another.")
	}
	c.Redirect(http.StatusSeeOther, places[0].Path)
	return nil
}
