package api

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"reportfill/templates"
	"reportfill/templates/sqlstore"
)

// reading is a store that notes which reports are read.
type reading struct {
	*sqlstore.Store
	read []string
}

func (s *reading) Report(ctx context.Context, id string) (*templates.Report, error) {
	s.read = append(s.read, id)
	return s.Store.Report(ctx, id)
}

// The page of a report names last year's, which is read once, and none before it.
func TestReportPageNamesLastYears(t *testing.T) {
	s := newService(t).withBrief(t)
	var ids []string
	for _, title := range []string{"2024年简报", "2025年简报", "2026年简报"} {
		n := templates.NewReport{Template: templates.Ref{ID: "brief"}, Title: title}
		if len(ids) > 0 {
			n.Previous = ids[len(ids)-1]
		}
		state, err := s.reports.Create(t.Context(), templates.Actor{Role: templates.RoleAdmin}, n, templates.Once{})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, state.Report.ID)
	}
	store := &reading{Store: s.store}
	s.Handler = New(Config{
		Library: s.library, Reports: templates.NewReports(store, s.library, nil), Access: s.access, Ready: s.store.Ready, Open: true,
	})
	w := s.browse(http.MethodGet, "/reports/"+ids[2], nil)
	if !strings.Contains(w.Body.String(), `data-previous-title="2025年简报"`) {
		t.Errorf("status %d, without the title of last year's report", w.Code)
	}
	if want := []string{ids[2], ids[1]}; !slices.Equal(store.read, want) {
		t.Errorf("read %v, want %v", store.read, want)
	}
}
