package api

import (
	"context"
	"errors"
	"strconv"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
	"reportfill/templates/batch"
)

// keeper makes a stored report of each row. With an Idempotency-Key, a batch
// that is sent again makes none twice.
func (s *server) keeper(c *gin.Context, t *templates.Compiled, sha256 string) func(context.Context, *batch.Row, string) (string, error) {
	who, key, query := actorOf(c), c.GetHeader("Idempotency-Key"), c.Request.URL.RawQuery
	who.Via = templates.ViaBatch
	return func(ctx context.Context, row *batch.Row, title string) (string, error) {
		var once templates.Once
		if key != "" {
			once = templates.Once{Key: key + "/" + strconv.Itoa(row.Number), Body: sha256 + "?" + query}
		}
		n := templates.NewReport{Template: t.Template.Ref(), Title: title, Values: row.Values}
		state, err := s.reports.Create(ctx, who, n, once)
		if err != nil {
			return "", ofRow(err)
		}
		return state.Report.ID, nil
	}
}

// ofRow tells an error that is of one row from one that ends the batch.
func ofRow(err error) error {
	var owner *templates.OwnerError
	var input *templates.InputError
	switch {
	case errors.As(err, &owner):
		return &batch.Refusal{Problems: owner.Problems}
	case errors.As(err, &input):
		return &batch.Refusal{Problems: []fill.Problem{{Code: batch.CodeRefused, Text: input.Reason}}}
	case errors.Is(err, templates.ErrConflict):
		return &batch.Refusal{Problems: []fill.Problem{{Code: batch.CodeRefused, Text: fill.Text{
			ZH: "同一 Idempotency-Key 已用于其他数据。请换一个。",
			EN: "the Idempotency-Key was used for other rows: choose another",
		}}}}
	}
	return err
}
