package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// checkAnswer is all that there is to say of a payload.
type checkAnswer struct {
	OK       bool           `json:"ok"` // no problems
	Problems []ProblemError `json:"problems"`
	Warnings []ProblemError `json:"warnings"`
	Computed fill.Values    `json:"computed"`
}

func (s *server) checkValues(c *gin.Context) error {
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	values, _, err := bindValues(c)
	if err != nil {
		return err
	}
	result, l := t.Fill.Check(values), s.language(c)
	c.Header("Content-Language", string(l))
	return answer(c, http.StatusOK, checkAnswer{
		OK:       len(result.Problems) == 0,
		Problems: problemErrors(result.Problems, l),
		Warnings: problemErrors(result.Warnings, l),
		Computed: result.Computed,
	})
}
