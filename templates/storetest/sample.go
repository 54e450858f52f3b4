package storetest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"reportfill/fill"
	"reportfill/templates"
)

var (
	docx = []byte("PK\x03\x04 a draft \x00\xff")
	noon = time.Date(2026, 7, 1, 12, 0, 0, 123456000, time.UTC)
	gao  = templates.Source{Token: "t1", Name: "高会计", Role: templates.RoleClerk, Owner: "国库科", At: noon}
	feed = templates.Source{Token: "t2", Name: "budget <feed> & \"Co\"", Role: templates.RoleSystem, At: noon.Add(time.Hour)}
)

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func template(id string, version int) *templates.Template {
	one := 1
	return &templates.Template{
		ID: id, Version: version, Title: fmt.Sprintf("工作报告 %s 100%% %d", id, version),
		Schema: fill.Schema{
			Title:        "工作报告",
			Fields:       []fill.Field{{Name: "revenue", Label: "财政收入", Kind: fill.KindDecimal, Decimals: &one, Owner: "预算科"}},
			Placeholders: []string{"revenue", fill.Ignored},
			Checks:       []fill.Check{{Condition: "revenue > 0", Severity: fill.SeverityError, Message: "大于零"}},
		},
		SHA256: hashOf(docx), Size: int64(len(docx)), CreatedAt: noon, CreatedBy: gao,
	}
}

func insertTemplate(t *testing.T, s templates.Store, id string) {
	t.Helper()
	must(t, s.InsertTemplate(context.Background(), template(id, 1), docx, nil))
}

func report(template string) (*templates.Report, templates.Entry) {
	held := templates.Held{
		Field: "revenue", Given: templates.Given{Type: fill.Number, Text: "12.30", Unit: "亿元"}, Override: true, Source: gao,
	}
	rep := &templates.Report{
		ID: uuid.Must(uuid.NewV7()).String(), Title: "二〇二六年报告", Template: templates.Ref{ID: template, Version: 1},
		Status: templates.StatusDraft, Progress: templates.Progress{Fields: 2, Given: 1, Missing: 1, Waiting: []string{"预算科"}},
		Revision: 1, Created: gao, Updated: gao, Values: []templates.Held{held},
	}
	return rep, templates.Entry{
		Revision: 1, Action: templates.ActionCreate, Source: gao,
		Changes: []templates.Change{{Field: "revenue", New: &held.Given, Override: true, Owner: "预算科"}},
	}
}

func insertReport(t *testing.T, s templates.Store, template string, edit func(*templates.Report)) *templates.Report {
	t.Helper()
	rep, e := report(template)
	if edit != nil {
		edit(rep)
	}
	must(t, s.InsertReport(context.Background(), rep, e, nil, nil))
	return rep
}

// next gives the report and the entry of a change after rep.
func next(rep *templates.Report, text string) (*templates.Report, templates.Entry) {
	after := *rep
	after.Revision++
	after.Updated = feed
	given := templates.Given{Type: fill.String, Text: text}
	after.Values = []templates.Held{{Field: "revenue", Given: given, Source: feed}}
	return &after, templates.Entry{
		Revision: after.Revision, Action: templates.ActionPatch, Source: feed,
		Changes: []templates.Change{{Field: "revenue", Old: &rep.Values[0].Given, New: &given}},
	}
}
