package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
)

// CheckAnswer is all that there is to say of a payload.
type CheckAnswer struct {
	OK       bool           `json:"ok"` // no problems
	Problems []ProblemError `json:"problems"`
	Warnings []ProblemError `json:"warnings"`
	Computed fill.Values    `json:"computed"`
}

func (s *server) checkValues(c *gin.Context) error {
	if err := s.gate.full(); err != nil {
		return err
	}
	t, err := s.compiled(c)
	if err != nil {
		return err
	}
	w := s.scratch.take()
	defer s.scratch.give(w)
	if err := readValues(c, w); err != nil {
		return err
	}
	var result fill.Result
	err = s.gate.run(c, func() error {
		options, err := w.bind()
		if err != nil {
			return err
		}
		result = t.Fill.Check(w.values)
		result.Warnings = append(result.Warnings, t.Fill.Compare(w.values, options.previous)...)
		return nil
	})
	if err != nil {
		return err
	}
	l := s.language(c)
	c.Header("Content-Language", string(l))
	return answer(c, http.StatusOK, NewCheckAnswer(result, l))
}

// NewCheckAnswer writes a result down in the language.
func NewCheckAnswer(r fill.Result, l fill.Language) CheckAnswer {
	return CheckAnswer{
		OK:       len(r.Problems) == 0,
		Problems: problemErrors(r.Problems, l),
		Warnings: problemErrors(r.Warnings, l),
		Computed: r.Computed,
	}
}
