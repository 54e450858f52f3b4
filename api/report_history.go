package api

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"

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
}

// historyChange is one field before and after, each as a payload has it; null
// where there was none.
type historyChange struct {
	Field    string          `json:"field"`
	Old      json.RawMessage `json:"old"`
	New      json.RawMessage `json:"new"`
	Override bool            `json:"override,omitempty"`
	Owner    string          `json:"owner,omitempty"` // the owner that was overridden
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
	var failed error
	shown := listOf(page, func(e *templates.Entry) historyEntry {
		entry, err := showEntry(e)
		if err != nil {
			failed = err
		}
		return entry
	})
	if failed != nil {
		return failed
	}
	return answer(c, http.StatusOK, shown)
}

func showEntry(e *templates.Entry) (historyEntry, error) {
	entry := historyEntry{Revision: e.Revision, Action: e.Action, Source: e.Source, Changes: make([]historyChange, len(e.Changes))}
	for i, change := range e.Changes {
		before, err := givenJSON(change.Old)
		if err != nil {
			return entry, err
		}
		after, err := givenJSON(change.New)
		if err != nil {
			return entry, err
		}
		entry.Changes[i] = historyChange{Field: change.Field, Old: before, New: after, Override: change.Override, Owner: change.Owner}
	}
	return entry, nil
}
