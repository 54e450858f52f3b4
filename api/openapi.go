package api

import (
	_ "embed"
	"net/http"

	"github.com/gin-gonic/gin"
)

// OpenAPI is the description of the service, an OpenAPI 3.0 document in YAML.
//
//go:embed openapi.yaml
var OpenAPI []byte

func (s *server) openAPI(c *gin.Context) error {
	writeBody(c, http.StatusOK, typeYAML, OpenAPI)
	return nil
}
