package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// homePage leads to the first place that is open to whoever is signed in; each role
// has one.
func (s *server) homePage(c *gin.Context) error {
	c.Redirect(http.StatusSeeOther, s.frame(c).Places()[0].Path)
	return nil
}
