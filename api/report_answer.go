package api

import (
	"strings"

	"github.com/gin-gonic/gin"

	"reportfill/fill"
	"reportfill/templates"
)

// reportListed is a report in a list, without its values.
type reportListed struct {
	ID       string             `json:"id"`
	Title    string             `json:"title"`
	Template templates.Ref      `json:"template"`
	Previous string             `json:"previous,omitempty"` // id of last year's report
	Status   templates.Status   `json:"status"`
	Revision int64              `json:"revision"`
	Progress templates.Progress `json:"progress"`
	Created  templates.Source   `json:"created"`
	Updated  templates.Source   `json:"updated"`
}

// reportShown is a report with its values and all that there is to say of them.
type reportShown struct {
	reportBrief
	Missing []missingField `json:"missing"`
}

// reportBrief is a report without what follows from the values that it has: the
// list of those that it lacks.
type reportBrief struct {
	reportListed
	Values   fill.Values            `json:"values"`
	Sources  map[string]valueSource `json:"sources"` // who set each value, by field
	Computed fill.Values            `json:"computed"`
	Problems []ProblemError         `json:"problems"` // without the missing values
	Warnings []ProblemError         `json:"warnings"`
}

// valueSource is who set a value, and when.
type valueSource struct {
	templates.Source
	Override bool `json:"override,omitempty"` // set by somebody else than the field's owner
}

// missingField is a required field without a value, and who answers for it.
type missingField struct {
	ProblemError
	Owner string `json:"owner,omitempty"`
}

func listReport(r *templates.Report) reportListed {
	return reportListed{
		ID: r.ID, Title: r.Title, Template: r.Template, Previous: r.Previous, Status: r.Status,
		Revision: r.Revision, Progress: r.Progress, Created: r.Created, Updated: r.Updated,
	}
}

// answerReport answers with a report, under its tag for If-Match; in brief where
// the client asks for that by Prefer: return=minimal (RFC 7240, 4.2).
func (s *server) answerReport(c *gin.Context, status int, state *templates.State) error {
	l := s.language(c)
	c.Header("Content-Language", string(l))
	c.Header("ETag", etag(state.Report.Revision))
	c.Writer.Header().Add("Vary", "Prefer")
	if prefers(c, minimal) {
		c.Header("Preference-Applied", minimal)
		return answer(c, status, briefReport(state, l))
	}
	return answer(c, status, showReport(state, l))
}

const minimal = "return=minimal"

// prefers tells whether Prefer holds the preference, beside others or with
// parameters (RFC 7240, 2).
func prefers(c *gin.Context, preference string) bool {
	for _, line := range c.Request.Header.Values("Prefer") {
		for one := range strings.SplitSeq(line, ",") {
			one, _, _ = strings.Cut(one, ";")
			if strings.EqualFold(strings.ReplaceAll(strings.TrimSpace(one), `"`, ""), preference) {
				return true
			}
		}
	}
	return false
}

func showReport(state *templates.State, l fill.Language) reportShown {
	missing, _ := splitMissing(state.Result.Problems)
	shown := reportShown{reportBrief: briefReport(state, l), Missing: make([]missingField, 0, len(missing))}
	owners := make(map[string]string)
	for _, f := range state.Template.Fill.Fields() {
		owners[f.Name] = f.Owner
	}
	for _, e := range problemErrors(missing, l) {
		shown.Missing = append(shown.Missing, missingField{ProblemError: e, Owner: owners[e.Field]})
	}
	return shown
}

func briefReport(state *templates.State, l fill.Language) reportBrief {
	_, problems := splitMissing(state.Result.Problems)
	brief := reportBrief{
		reportListed: listReport(state.Report),
		Values:       state.Report.Payload(),
		Sources:      make(map[string]valueSource, len(state.Report.Values)),
		Computed:     state.Result.Computed,
		Problems:     problemErrors(problems, l),
		Warnings:     problemErrors(state.Result.Warnings, l),
	}
	for _, h := range state.Report.Values {
		brief.Sources[h.Field] = valueSource{Source: h.Source, Override: h.Override}
	}
	return brief
}

func splitMissing(all []fill.Problem) (missing, others []fill.Problem) {
	for _, p := range all {
		if p.Code == fill.CodeMissing {
			missing = append(missing, p)
		} else {
			others = append(others, p)
		}
	}
	return missing, others
}

// given is a value as a payload has it; nil, where there was none, is null.
func given(g *templates.Given) *fill.Value {
	if g == nil {
		return nil
	}
	v := g.Value()
	return &v
}
