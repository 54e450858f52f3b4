package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// historyQuery is the query of GET /reports/{id}/history.
type historyQuery struct {
	Cursor string `query:"cursor" validate:"max=500"`
	Limit  int    `query:"limit" validate:"min=0,max=500"`
}

// historyEntry is one change of a report.
type historyEntry struct {
	Revision int64            `json:"revision"`
	Action   templates.Action `json:"action"`
	Source   templates.Source `json:"source"`
	Changes  []historyChange  `json:"changes"`
	Previous string           `json:"previous,omitempty"` // the report that a create or a compare names as last year's
}

// historyChange is one field before and after, each as a payload has it; null
// where there was none.
type historyChange struct {
	Field    string      `json:"field"`
	Old      *fill.Value `json:"old"`
	New      *fill.Value `json:"new"`
	Override bool        `json:"override,omitempty"`
	Owner    string      `json:"owner,omitempty"` // the owner that was overridden
	From     string      `json:"from,omitempty"`  // the report that the value was taken from
}

// reportHistory lists the changes of a report, the oldest first.
func (s *server) reportHistory(c *gin.Context) error {
	var q historyQuery
	if err := bindQuery(c, &q); err != nil {
		return err
	}
	page, err := s.reports.History(c.Request.Context(), c.Param("id"), templates.HistoryQuery{Cursor: q.Cursor, Limit: q.Limit})
	if err != nil {
		return notFound(err, noReport(c))
	}
	return answer(c, http.StatusOK, listOf(page, showEntry))
}

func showEntry(e *templates.Entry) historyEntry {
	entry := historyEntry{Revision: e.Revision, Action: e.Action, Source: e.Source, Changes: make([]historyChange, len(e.Changes)), Previous: e.Previous}
	for i, c := range e.Changes {
		entry.Changes[i] = historyChange{Field: c.Field, Old: given(c.Old), New: given(c.New), Override: c.Override, Owner: c.Owner, From: c.From}
	}
	return entry
}
