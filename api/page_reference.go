package api

import (
	_ "embed"
	"net/http"
	"slices"
	"sync"

	"github.com/gin-gonic/gin"

	"reportfill/api/reference"
	"reportfill/api/web"
	"reportfill/fill"
)

// openAPIChinese are the texts of OpenAPI in Chinese.
//
//go:embed openapi.zh.yaml
var openAPIChinese []byte

// referencePage shows the OpenAPI document to people.
func (s *server) referencePage(c *gin.Context) error {
	l := s.language(c)
	read := references[fill.Chinese]
	if l == fill.English {
		read = references[fill.English]
	}
	return s.page(c, http.StatusOK, "reference", web.Reference{Reference: read(), Problems: problemList(l)})
}

// references read the document once for each language: a fault in it is one of the
// build.
var references = map[fill.Language]func() *reference.Reference{
	fill.Chinese: sync.OnceValue(func() *reference.Reference { return mustRead(fill.Chinese) }),
	fill.English: sync.OnceValue(func() *reference.Reference { return mustRead(fill.English) }),
}

func mustRead(l fill.Language) *reference.Reference {
	r, err := reference.Read(OpenAPI, openAPIChinese, l)
	if err != nil {
		panic(err)
	}
	return r
}

// problemList lists the codes of problems by status.
func problemList(l fill.Language) []web.ProblemCode {
	var out []web.ProblemCode
	for code, t := range problemTypes {
		if code != codeClientLeft { // nobody receives it
			out = append(out, web.ProblemCode{Status: t.status, Code: code, Title: t.title.In(l)})
		}
	}
	slices.SortFunc(out, web.ProblemCode.Compare)
	return out
}
